using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

/// <summary>What a submission lacks, in the words of the refusal that it would be. Rules P1 to P4, P6, P15.</summary>
internal static class ResearchMissingPartType
{
    public static ObjectType Of()
    {
        var text = new NonNullType(BuiltInScalars.String);
        var part = new ObjectType("ResearchMissingPart") { Description = "A part that a submission of a research project still lacks, in the words of the refusal that it would be. Rules P1 to P4, P6, P15." };
        part.Add(JsonField.Of("code", text, "The refusal's code; see rules."));
        part.Add(JsonField.Of("rule", text, "The id of the rule that asks for it."));
        part.Add(JsonField.Of("path", new NonNullType(new ListType(text)), "Where it belongs, from the project down: background, or stages and the stage's place."));
        part.Add(JsonField.Of("message", text, "What is missing, in English, then Chinese."));
        part.Add(JsonField.Of("detail", BuiltInScalars.String, "What the message names, such as a day or a number, where it names something."));
        return part;
    }
}
