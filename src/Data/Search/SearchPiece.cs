namespace HomeroomGraph.Data.Search;

/// <summary>What stands in a row that a search finds: a token that begins so, and where there is more, another one that begins with the rest.</summary>
/// <param name="Text">As tokens are spelt.</param>
/// <param name="Next">What follows; null where nothing must.</param>
/// <param name="Near">The fewest characters to it.</param>
/// <param name="Far">The most characters to it.</param>
public sealed record SearchPiece(string Text, string? Next, int Near, int Far);
