using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>The comparisons of a column in a filter, under Hot Chocolate's names. A negated one holds for every row for which the
/// plain one does not, null among them. Texts are compared with upper and lower case apart.</summary>
internal static class FilterOperations
{
    public static readonly IReadOnlyList<string> Equality = ["eq", "neq", "in", "nin"];
    public static readonly IReadOnlyList<string> Comparison = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    public static readonly IReadOnlyList<string> Text = ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    /// <summary>What an operation does, for the schema.</summary>
    public static string Describe(string operation) => operation switch
    {
        "eq" => "Is this value; null asks for rows without a value.",
        "neq" => "Is not this value; null asks for rows with a value.",
        "in" => "Is one of these values.",
        "gt" => "Is greater than this.",
        "gte" => "Is this or greater.",
        "lt" => "Is less than this.",
        "lte" => "Is this or less.",
        "contains" => "Has this text in it, upper and lower case apart.",
        "startsWith" => "Begins with this text.",
        "endsWith" => "Ends with this text.",
        ['n', .. var plain] => $"Not: {char.ToLowerInvariant(Describe(plain)[0])}{Describe(plain)[1..]}",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    public static Predicate Plan(SqlFragment column, SqlType type, string operation, InputValue value) => (operation, value) switch
    {
        ("eq", NullInput) => Predicate.Of($"{column} is null"),
        ("neq", NullInput) => Predicate.Of($"{column} is not null"),
        (_, NullInput) => Predicate.True,
        ("in", ListInput list) => In(column, type, list),
        ("nin", ListInput list) => Predicate.Not(In(column, type, list)),
        _ => One(column, operation, SqlFragment.Of($"{new InputSlot(InputLeaf.Of(value)!, type)}")),
    };

    private static Predicate In(SqlFragment column, SqlType type, ListInput list)
    {
        var values = Predicate.Of($"{column} = any({new InputListSlot(new InputLeafList(list), type)})");
        bool orNull = list.Items.Any(item => item is NullInput);
        return orNull ? Predicate.Or(values, Predicate.Of($"{column} is null")) : values;
    }

    private static Predicate One(SqlFragment column, string operation, SqlFragment value) => operation switch
    {
        "eq" => column.Parts is [SqlPart.Column(var source, var name)]
            ? Predicate.Equal(new SqlColumn(source, name), value)
            : Predicate.Of($"{column} = {value}"),
        "neq" => Predicate.Of($"{column} is distinct from {value}"),
        "gt" => Predicate.Of($"{column} > {value}"),
        "gte" => Predicate.Of($"{column} >= {value}"),
        "lt" => Predicate.Of($"{column} < {value}"),
        "lte" => Predicate.Of($"{column} <= {value}"),
        "contains" => Predicate.Of($"strpos({column}, {value}) > 0"),
        "startsWith" => Predicate.Of($"starts_with({column}, {value})"),
        "endsWith" => Predicate.Of($"right({column}, length({value})) = {value}"),
        ['n', .. var plain] => Predicate.Not(One(column, plain, value)),
        _ => throw new InvalidOperationException($"There is no filter operation '{operation}'."),
    };
}
