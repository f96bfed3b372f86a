using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>What is wrong with a schema once it is made; the expected results are the reference's.</summary>
internal static class SchemaRule
{
    public static void Refuse(string document, params string[] errors)
    {
        var source = SourceText.Of(document);
        var schema = SchemaBuilder.FromDocument(Parser.Parse(source, ParserLimits.Trusted));
        Assert.Equal(errors, SchemaValidator.Validate(schema, source).Select(ErrorText.Of));
    }
}
