using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>What of the variables a plan depends on: which fields are there, what is null, how input objects nest, enum values
/// (they order) and booleans (they skip), the type an id names, whether a text is blank
/// (then nothing is searched). Other values are parameters and leave no trace.</summary>
internal static class VariableShape
{
    /// <summary>A longer text is kept as its hash: it is part of a key, and variables may have a megabyte.</summary>
    private const int LongestText = 256;

    public static string Of(CoercedVariables variables)
    {
        if (variables.Values.Count == 0) return "";
        var text = new StringBuilder();
        IEnumerable<KeyValuePair<string, InputValue>> values = variables.Values.Count == 1 ? variables.Values : variables.Values.OrderBy(v => v.Key, StringComparer.Ordinal);
        foreach (var (name, value) in values) Append(text.Append(name).Append(':'), value);
        string shape = text.ToString();
        return shape.Length <= LongestText ? shape : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shape)));
    }

    private static void Append(StringBuilder text, InputValue value)
    {
        switch (value)
        {
            case ListInput list: AppendList(text, list); break;
            case ObjectInput input:
                text.Append('{');
                foreach (var (name, field) in input.Fields) Append(text.Append(name).Append(':'), field);
                text.Append('}');
                break;
            default: text.Append(LeafShape(value)).Append(';'); break;
        }
    }

    /// <summary>A list of leaves is one array parameter however long it is, but each kind of item is named once.</summary>
    private static void AppendList(StringBuilder text, ListInput list)
    {
        text.Append('[');
        if (list.Items.All(item => item is LeafValue or NullInput))
            text.AppendJoin(',', list.Items.Select(LeafShape).Distinct());
        else
            foreach (var item in list.Items) Append(text, item);
        text.Append(']');
    }

    private static string LeafShape(InputValue value) => value switch
    {
        LeafValue { ClrValue: null } or NullInput => "null",
        LeafValue { ClrValue: EnumValue named } => named.Name,
        _ when SearchPlanner.IsBlank(value) => "blank",
        LeafValue { ClrValue: bool flag } => flag ? "true" : "false",
        LeafValue { ClrValue: string id, Type: IdScalar } => GlobalId.TryParse(id, out var parsed) ? "#" + parsed.TypeName : "#",
        _ => "?",
    };
}
