namespace HomeroomGraph.Data.History;

/// <summary>Which rows of a table are followed in a district. Who sees a row is told in the log by circles (migration 0081).</summary>
/// <param name="Table">The table's name, without the schema.</param>
/// <param name="IsWhole">All rows of the district that somebody outside sees.</param>
/// <param name="Circles">Else the rows of these circles: a school's number for the readers of its records, negative for everybody with a role at it, 0 for
/// everybody with a role in the district.</param>
public sealed record FollowedReach(string Table, int DistrictId, bool IsWhole, IReadOnlyList<long> Circles);
