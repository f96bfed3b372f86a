using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>What our engine says of a document, in the form of reference.mjs: 'valid', or each error with its rule, its message and
/// its places.</summary>
internal static class Verdict
{
    /// <summary>Between errors, whose messages have lines of their own.</summary>
    public const char Separator = '\u001E';

    /// <summary>The limits on work are for documents from outside; a test of its own has them.</summary>
    private static readonly ValidationOptions WithoutLimits = new()
    {
        MaxErrors = int.MaxValue,
        MaxFieldComparisons = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
    };

    public static string OfDocument(Schema schema, string text, bool suggest) =>
        Of(text, (document, source) => Validator.Validate(schema, document, source, WithoutLimits with { Suggest = suggest }));

    public static string OfSchema(string text) => Of(text, SdlValidator.Validate);

    private static string Of(string text, Func<DocumentNode, SourceText, IReadOnlyList<GraphQLError>> errorsOf)
    {
        var source = SourceText.Of(text);
        try
        {
            var errors = errorsOf(Parser.Parse(source, ParserLimits.Trusted), source).Where(error => !Deviations.IsOurs(error)).ToList();
            return errors.Count == 0 ? "valid" : string.Join(Separator, errors.Select(error => Line(error.Rule ?? "schema", error)));
        }
        catch (GraphQLSyntaxException wrong)
        {
            return Line("syntax", wrong.Error);
        }
    }

    private static string Line(string rule, GraphQLError error) =>
        $"{rule}: {error.Message} @ {string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))}";
}
