using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>A schema together with the tables behind its types.</summary>
/// <param name="RowTypes">The types whose values are rows, by name: what a global id can name.</param>
/// <param name="Claims">The claims that row policies compare with.</param>
public sealed record TableSchema(Schema Schema, IReadOnlyDictionary<string, RowType> RowTypes, IReadOnlyList<Claim> Claims);
