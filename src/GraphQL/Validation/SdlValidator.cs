using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Whether a document defines a schema: first the document by itself, then what a schema is made by, then the schema that it
/// makes (spec 3).</summary>
public static class SdlValidator
{
    /// <summary>What is wrong; nothing if <see cref="SchemaBuilder"/> makes a valid schema of the document.</summary>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, SourceText source)
    {
        var errors = Check(ValidationRules.OfTypeSystem, document, source);
        if (errors.Count == 0) errors = Check(ValidationRules.OfBuiltInDirectives, document, source);
        return errors.Count > 0 ? errors : SchemaValidator.Validate(SchemaBuilder.FromDocument(document), source);
    }

    private static IReadOnlyList<GraphQLError> Check(IReadOnlyList<RuleEntry> entries, DocumentNode document, SourceText source)
    {
        var errors = new ErrorCollector(int.MaxValue);
        var context = new ValidationContext(ValidationContext.NoSchema, document, errors, ValidationOptions.Default);
        new DocumentWalker(context, [.. entries.Select(rule => rule.Create(context))]).Walk(document);
        return errors.Locate(source);
    }
}
