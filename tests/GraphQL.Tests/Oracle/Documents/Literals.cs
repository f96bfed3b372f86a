using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Writes literals of a type, and of none.</summary>
/// <param name="wrong">So many of a hundred values are of whatever type.</param>
internal class Literals(Choices choices, int wrong)
{
    private const int Deepest = 3;

    /// <summary>Strings of every kind: escapes of one and of two parts, characters beyond the first plane, blocks with their indents.</summary>
    public static readonly string[] Strings =
    [
        "\"\"", "\"a\"", "\"title 3\"", "\"\\n\\t\\\"\\\\\\/\"", "\"\\u00e9\"", "\"\\uD83D\\uDE00\"", "\"\\u{1F600}\"", "\"\U0001F600 \u4E2D\u6587\"", "\"\\u{1}\"", "\"2026-11-30\"",
        "\"\"\"\"\"\"", "\"\"\"block\"\"\"", "\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "\"\"\" \\\"\"\" \"\"\"", "\"\"\"\u4E2D\r\n  \U0001F600\r\"\"\"", "\"#\"", "\"{\"",
    ];

    /// <summary>What is no string, or none any more.</summary>
    public static readonly string[] WrongTokens =
    [
        "01", "1.", ".5", "1e", "-", "-a", "0x1", "1_0", "99999999999999999999", "\"open", "\"\"\"open", "\"\\x\"", "\"\\uD83D\"", "\"\\uDE00\\uD83D\"", "\"\\u{110000}\"", "\"\\u{}\"",
        "\"\\u{D83D}\\u{DE00}\"", "..", "....", "%", "?", "'", "`", "\u4E2D", "\U0001F600", "\0", "\u0007", "&", "|", "=", "!", "$", "@", "(", ")", "[", "]", "{", "}", ":", "...",
    ];

    private static readonly string[] Anything = ["null", "\"\\u{0}\"", "true", "0", "-1", "1.5", "\"s\"", "\"\"\"b\"\"\"", "NAME", "[]", "[1, \"a\"]", "{a: 1}", "{}", "[[null]]", "2147483648", "1e400", "{a: {b: [X]}}"];

    protected Choices Choices { get; } = choices;

    /// <summary>A literal of the type, or, at times, not.</summary>
    public virtual string Of(GraphQLType type, int depth = 0)
    {
        if (Choices.Percent(wrong)) return Choices.Of(Anything);
        if (type is NonNullType nonNull) return Written(nonNull.Inner, depth);
        return Choices.Percent(12) ? "null" : Written(type, depth);
    }

    private string Written(GraphQLType type, int depth) => type switch
    {
        ListType list when depth > Deepest => list.Item.IsNonNull ? "[]" : "[null]",
        ListType list => Choices.Percent(20) ? Single(list, depth) : $"[{string.Join(Choices.Of(", ", " "), Enumerable.Range(0, Choices.Below(4)).Select(_ => Of(list.Item, depth + 1)))}]",
        EnumType @enum => Choices.Of(@enum.Values.Keys.ToList()),
        InputObjectType { IsOneOf: true } input => OneField(input, depth),
        InputObjectType input => Fields(input, depth),
        _ => Scalar(type.Named.Name),
    };

    /// <summary>A list of one item may be written without brackets (spec 3.11); null is then no item.</summary>
    private string Single(ListType list, int depth) => Of(list.Item is NonNullType ? list.Item : new NonNullType(list.Item), depth + 1);

    private string OneField(InputObjectType input, int depth)
    {
        var field = depth > Deepest ? input.Fields.GetAt(0).Value : Choices.Of(input.Fields.Values.ToList());
        return $"{{{field.Name}: {OfOneField(new NonNullType(field.Type.Nullable), depth + 1)}}}";
    }

    /// <summary>The value of the one field of a oneOf input.</summary>
    protected virtual string OfOneField(GraphQLType type, int depth) => Of(type, depth);

    private string Fields(InputObjectType input, int depth)
    {
        // Some two of those that may be left out, however many there are.
        int optional = Math.Clamp(200 / Math.Max(1, input.Fields.Count), 1, 35);
        var shown = input.Fields.Values.Where(field => field.IsRequired || depth <= Deepest && Choices.Percent(optional)).ToList();
        return $"{{{string.Join(Choices.Of(", ", " "), shown.Select(field => $"{field.Name}: {Of(field.Type, depth + 1)}"))}}}";
    }

    protected virtual string Scalar(string name) => name switch
    {
        "Int" => Choices.Of("0", "1", "-7", "42", "2147483647", "-2147483648"),
        "Float" => Choices.Of("0", "1.5", "-2.25e3", "1E-2", "7"),
        "Boolean" => Choices.Of("true", "false"),
        "ID" => Choices.Of("\"4\"", "4", "\"\\u0041\"", "99999999999999999999"),
        "String" => Choices.Of(Strings),
        _ => Choices.Of(Anything),
    };
}
