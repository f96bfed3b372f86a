namespace HomeroomGraph.Data.Tenancy;

/// <summary>How a change is asked for: by which version, and under which key.</summary>
/// <param name="ExpectedVersion">The version that the caller has read; null: whichever.</param>
/// <param name="Once">Done once under this key; null: each time.</param>
public sealed record WriteTerms(int? ExpectedVersion = null, OnceOnly? Once = null);
