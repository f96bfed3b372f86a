using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Whether a document may be executed against a schema (spec 5): one walk over it, all rules looking on.</summary>
public static class Validator
{
    /// <summary>What is wrong, in the order of the walk; nothing if the document is valid. If it ends with an error of the code
    /// <see cref="ErrorCodes.LimitExceeded"/>, validation stopped there.</summary>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema, DocumentNode document, SourceText source, ValidationOptions? options = null)
    {
        options ??= ValidationOptions.Default;
        var errors = new ErrorCollector(options.MaxErrors);
        try
        {
            var context = new ValidationContext(schema, document, errors, options);
            SpreadDepth.Check(context.Fragments, document, options.MaxSpreadDepth);
            var rules = options.Rules.Select(rule => rule.Create(context)).ToArray();
            new DocumentWalker(context, rules).Walk(document);
        }
        catch (ValidationAbortedException abort)
        {
            errors.AddAbort(abort);
        }
        return errors.Count == 0 ? [] : errors.Locate(source);
    }
}
