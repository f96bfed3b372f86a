namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The columns of one branch of a statement. Every branch of the UNION ALL has a range of columns of its own and NULLs in
/// the others', so each column keeps its type; the first column numbers the branches.</summary>
internal sealed class StatementColumns(int offset)
{
    private readonly List<(SqlFragment Value, SqlIdentifier Type)> _columns = [];

    public int End => offset + _columns.Count;

    /// <summary>Adds a column and gives its ordinal.</summary>
    public int Add(SqlFragment value, SqlType type) => Add(value, type.Name);

    /// <summary>A column that is already there is not selected twice.</summary>
    public int Add(SqlFragment value, SqlIdentifier type)
    {
        int known = _columns.FindIndex(c => c.Type == type && c.Value.Parts.SequenceEqual(value.Parts));
        if (known >= 0) return offset + known;
        _columns.Add((value, type));
        return End - 1;
    }

    /// <summary>The select list of this branch, padded to the width of the statement.</summary>
    public SqlFragment Select(int number, IReadOnlyList<StatementColumns> all)
    {
        var list = new List<SqlFragment> { SqlFragment.Of($"{new SqlInteger(number)}") };
        foreach (var branch in all)
        {
            list.AddRange(branch == this
                ? branch._columns.Select(c => c.Value)
                : branch._columns.Select(c => SqlFragment.Of($"null::{c.Type}")));
        }
        return SqlFragment.Join($", ", list);
    }
}
