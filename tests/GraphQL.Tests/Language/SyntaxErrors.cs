using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Language;

internal static class SyntaxErrors
{
    /// <summary>The error the action ends with, as <c>line:column message</c>.</summary>
    public static string Describe(Action action)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(action).Error;
        var location = Assert.Single(error.Locations);
        Assert.StartsWith("Syntax Error: ", error.Message, StringComparison.Ordinal);
        return $"{location.Line}:{location.Column} {error.Message["Syntax Error: ".Length..]}";
    }

    /// <summary>The error of parsing the document.</summary>
    public static string OfDocument(string text) => Describe(() => Parser.Parse(SourceText.Of(text)));
}
