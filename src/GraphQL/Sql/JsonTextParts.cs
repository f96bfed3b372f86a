namespace HomeroomGraph.GraphQL.Sql;

/// <summary>JSON text that PostgreSQL puts together: pieces that are the same for every row, and expressions between them. Pieces that stand
/// beside each other become one literal, and all of it one call of <c>concat</c>, which takes any type and lets NULL vanish.</summary>
internal sealed class JsonTextParts
{
    private enum Kind { Literal, Mark, Expression, Text }

    /// <summary>PostgreSQL's functions take at most so many arguments.</summary>
    private const int MostArguments = 100;

    private readonly List<(Kind Kind, SqlFragment Sql)> _parts = [];

    /// <summary>Adds a piece of JSON: brackets, quotes and names.</summary>
    public JsonTextParts Add(SqlInterpolation literal) => Add(Kind.Literal, literal.ToFragment());

    /// <summary>Adds an expression, of any type, whose text is JSON and never NULL.</summary>
    public JsonTextParts Add(SqlFragment expression) => Add(Kind.Expression, expression);

    /// <summary>Adds an expression of type text that is never NULL.</summary>
    public JsonTextParts AddText(SqlFragment expression) => Add(Kind.Text, expression);

    /// <summary>Adds all of another.</summary>
    public JsonTextParts Add(JsonTextParts other)
    {
        _parts.AddRange(other._parts);
        return this;
    }

    /// <summary>Adds a text as a JSON string of its base64url. PostgreSQL needs a microsecond for each, so the text goes out plain, between
    /// two marks that no other JSON has, and <see cref="Execution.MarkedText"/> writes it.</summary>
    public JsonTextParts AddBase64Url(JsonTextParts text) =>
        Add(Kind.Mark, SqlFragment.Of($"\"\\x01")).Add(text).Add(Kind.Mark, SqlFragment.Of($"\\x02\""));

    /// <summary>The expression of the whole text; NULL where one of its expressions is.</summary>
    public SqlFragment ToSqlOrNull() => SqlFragment.Join($" || ", Arguments());

    /// <summary>The expression of the whole text; it is never NULL.</summary>
    public SqlFragment ToSql()
    {
        if (_parts is [(Kind.Text, var text)]) return text;
        var arguments = Arguments();
        if (_parts.TrueForAll(part => part.Kind == Kind.Literal)) return SqlFragment.Of($"{arguments.Single()}::text");
        while (arguments.Count > MostArguments) arguments = [.. arguments.Chunk(MostArguments).Select(Concat)];
        return Concat(arguments);
    }

    private JsonTextParts Add(Kind kind, SqlFragment sql)
    {
        _parts.Add((kind, sql));
        return this;
    }

    private static SqlFragment Concat(IReadOnlyList<SqlFragment> arguments) => SqlFragment.Of($"concat({SqlFragment.Join($", ", arguments)})");

    private List<SqlFragment> Arguments()
    {
        var arguments = new List<SqlFragment>();
        var literal = new List<(Kind Kind, SqlFragment Sql)>();
        foreach (var part in _parts)
        {
            if (part.Kind is Kind.Literal or Kind.Mark)
            {
                literal.Add(part);
                continue;
            }
            if (literal.Count > 0) arguments.Add(Literal(literal));
            literal.Clear();
            arguments.Add(part.Sql);
        }
        if (literal.Count > 0) arguments.Add(Literal(literal));
        return arguments;
    }

    /// <summary>Only our own source and names of GraphQL stand in it: none has a quote, and only a mark a backslash.</summary>
    private static SqlFragment Literal(List<(Kind Kind, SqlFragment Sql)> parts)
    {
        var text = SqlFragment.Join($"", parts.Select(part => part.Sql));
        return parts.Exists(part => part.Kind == Kind.Mark) ? SqlFragment.Of($"E'{text}'") : SqlFragment.Of($"'{text}'");
    }
}
