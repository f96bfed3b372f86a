namespace HomeroomGraph.Data.Versions;

/// <summary>Finds what a text of SQL names with its schema, quoted or not: tables, views and functions. Ours name everything so.</summary>
public sealed class QualifiedNames(IEnumerable<string> schemas)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _schemas =
        schemas.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names, as <c>schema.name</c>, each once. A name may be found that is none of the schema's, such as one in a comment.</summary>
    public IReadOnlySet<string> In(string sql)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int dot = sql.IndexOf('.'); dot >= 0; dot = sql.IndexOf('.', dot + 1))
        {
            var schema = Before(sql, dot);
            if (_schemas.Contains(schema) && After(sql, dot) is { Length: > 0 } name) names.Add($"{schema}.{name}");
        }
        return names;
    }

    private static ReadOnlySpan<char> Before(string sql, int dot)
    {
        int end = dot > 0 && sql[dot - 1] == '"' ? dot - 1 : dot, start = end;
        while (start > 0 && IsOfName(sql[start - 1])) start--;
        // t0.homeroom.x has no schema.
        return start > 0 && sql[start - 1] == '.' ? default : sql.AsSpan(start, end - start);
    }

    private static ReadOnlySpan<char> After(string sql, int dot)
    {
        int start = dot + 1 < sql.Length && sql[dot + 1] == '"' ? dot + 2 : dot + 1, end = start;
        while (end < sql.Length && IsOfName(sql[end])) end++;
        return sql.AsSpan(start, end - start);
    }

    private static bool IsOfName(char c) => c == '_' || char.IsAsciiLetterOrDigit(c);
}
