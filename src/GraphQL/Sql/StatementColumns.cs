using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>The columns of one branch of a statement. Every branch of the UNION ALL has a range of columns of its own and NULLs in
/// the others', so each column keeps its type; the first column numbers the branches.</summary>
internal sealed class StatementColumns(int offset)
{
    /// <summary>PostgreSQL's rows have at most 1,664; a page's own are among them.</summary>
    private const int MostOfAll = 1_600;

    private readonly List<(SqlFragment Value, SqlIdentifier Type)> _columns = [];
    private readonly Dictionary<(SqlFragment Value, SqlIdentifier Type), int> _ordinals = new(BySyntax.Instance);

    public int End => offset + _columns.Count;

    /// <summary>Adds a column and gives its ordinal.</summary>
    public int Add(SqlFragment value, SqlType type) => Add(value, type.Name);

    /// <summary>A column that is already there is not selected twice.</summary>
    public int Add(SqlFragment value, SqlIdentifier type)
    {
        if (_ordinals.TryGetValue((value, type), out int known)) return known;
        if (End >= MostOfAll) throw OperationBudget.Exceeded($"shows more than {MostOfAll} different values of rows at its root");
        _columns.Add((value, type));
        return _ordinals[(value, type)] = End - 1;
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

    /// <summary>Columns are the same that are written the same.</summary>
    private sealed class BySyntax : IEqualityComparer<(SqlFragment Value, SqlIdentifier Type)>
    {
        public static readonly BySyntax Instance = new();

        public bool Equals((SqlFragment Value, SqlIdentifier Type) x, (SqlFragment Value, SqlIdentifier Type) y) =>
            x.Type == y.Type && x.Value.Parts.SequenceEqual(y.Value.Parts);

        public int GetHashCode((SqlFragment Value, SqlIdentifier Type) column)
        {
            var hash = new HashCode();
            foreach (var part in column.Value.Parts) hash.Add(part);
            return hash.ToHashCode();
        }
    }
}
