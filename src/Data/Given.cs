namespace HomeroomGraph.Data;

/// <summary>A value that may be null, where it is given at all: what is not given stays as it was.</summary>
public sealed record Given<T>(T Value);
