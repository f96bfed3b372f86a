using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Whether a document defines a schema: first the document by itself, then the schema that it makes (spec 3).</summary>
public static class SdlValidator
{
    /// <summary>What is wrong; nothing if <see cref="SchemaBuilder"/> makes a valid schema of the document.</summary>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, SourceText source)
    {
        var errors = new ErrorCollector(int.MaxValue);
        var context = new ValidationContext(ValidationContext.NoSchema, document, errors, ValidationOptions.Default);
        var rules = ValidationRules.OfTypeSystem.Select(rule => rule.Create(context)).ToArray();
        new DocumentWalker(context, rules).Walk(document);
        return errors.Count > 0 ? errors.Locate(source) : SchemaValidator.Validate(SchemaBuilder.FromDocument(document), source);
    }
}
