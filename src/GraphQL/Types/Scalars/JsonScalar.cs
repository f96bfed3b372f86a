using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>Any JSON value. It stands in answers only.</summary>
public sealed class JsonScalar : ScalarType
{
    public static readonly JsonScalar Instance = new();

    private JsonScalar() : base("JSON")
    {
        Description = "Any JSON value: an object, a list, a text, a number, true, false or null.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc8259";
    }

    public override object ParseLiteral(ValueNode literal) => throw Refused(Inspection.Of(literal));

    public override object ParseJson(JsonElement value) => throw Refused(Inspection.Of(value));

    private static InputCoercionException Refused(string written) => new($"JSON stands in answers only: {written}");
}
