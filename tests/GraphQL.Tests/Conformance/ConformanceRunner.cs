using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>Runs a case and gives the result in the form of the expected ones:
/// <c>{id, op, parse: {ok, message?, line?, col?}, tokens?, ast?, text?, errors?, data?}</c>.</summary>
internal static class ConformanceRunner
{
    public static JsonObject Run(ConformanceCase @case)
    {
        var result = new JsonObject { ["id"] = @case.Id, ["op"] = @case.Operation };
        try
        {
            (string key, JsonNode? value) = Apply(@case);
            if (key != "data") result["parse"] = new JsonObject { ["ok"] = true };
            if (value is not null) result[key] = value;
        }
        catch (GraphQLSyntaxException exception)
        {
            var location = exception.Error.Locations[0];
            result["parse"] = new JsonObject
            {
                ["ok"] = false,
                ["message"] = exception.Message,
                ["line"] = location.Line,
                ["col"] = location.Column,
            };
        }
        return result;
    }

    private static (string Key, JsonNode? Value) Apply(ConformanceCase @case) => @case.Operation switch
    {
        "lex" => ("tokens", TokenList.Read(@case.Document)),
        "parse" => ("", ParseOnly(@case)),
        "ast" => ("ast", new TreeAsJson(@case.Document).Write(Parse(@case))),
        "print" => ("text", Printer.Print(Parse(@case))),
        "validate" => ("errors", ValidationErrors.OfDocument(@case)),
        "sdl" => ("errors", ValidationErrors.OfSchema(@case)),
        "introspect" => ("data", new IntrospectionResult(SchemaBuilder.FromDocument(Parser.Parse(@case.Schema!, @case.Limits))).Write()),
        _ => throw new NotSupportedException($"No operation \"{@case.Operation}\"."),
    };

    private static DocumentNode Parse(ConformanceCase @case) => Parser.Parse(@case.Document, @case.Limits);

    private static JsonNode? ParseOnly(ConformanceCase @case)
    {
        Parse(@case);
        return null;
    }
}
