using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>A key by which an operation groups rows, with its columns of the groups.</summary>
internal abstract record GroupKey
{
    /// <param name="Bucket">The span of a date; null for other values.</param>
    public sealed record Value(SqlColumn Column, SqlType Type, bool IsNullable, string? Bucket) : GroupKey;

    /// <summary>A related row by its primary key; null where there is none that the viewer may see.</summary>
    public sealed record Row(RowType Target, IReadOnlyList<SqlColumn> Columns) : GroupKey
    {
        /// <summary>The row of the key.</summary>
        public Predicate Match(TableSource row) =>
            Predicate.And(Target.Table.Key.Select((column, i) => Predicate.Of($"{row[column]} = {Columns[i]}")));
    }

    /// <summary>Keys of a related row.</summary>
    public sealed record Through(RowType Target, GroupKeys Keys) : GroupKey;
}

/// <summary>The keys of a row type that an operation groups by, by the names that the contract gives them.</summary>
internal sealed class GroupKeys
{
    private readonly OrderedDictionary<string, GroupKey> _fields = [];

    /// <summary>The keys of the name and what is asked of them, in the order of <c>by</c>.</summary>
    public IEnumerable<KeyValuePair<string, GroupKey>> Fields => _fields;

    /// <exception cref="GraphQLRequestException">The rows are not grouped by it.</exception>
    public GroupKey Require(string name, string path) => _fields.GetValueOrDefault(name)
        ?? throw new GraphQLRequestException(new GraphQLError($"'{name}' is not among the keys: add it to 'by'.", ErrorCodes.BadUserInput) { Path = path.Split('.') });

    public GroupKey? Find(string name) => _fields.GetValueOrDefault(name);

    public void Add(string name, GroupKey key) => _fields[name] = key;
}
