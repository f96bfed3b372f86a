namespace HomeroomGraph.Admin.Operations;

/// <summary>Comparisons with a text, as far as pages use them; what is null is left out.</summary>
public sealed record TextFilterInput(string? Contains = null, string? StartsWith = null, string? Eq = null);

public sealed record EqualsInput<T>(T Eq);

/// <summary>A span of time, half-open.</summary>
public sealed record TimeFilterInput(DateTimeOffset? Gte = null, DateTimeOffset? Lt = null);

public enum SortDirection { Asc, Desc }
