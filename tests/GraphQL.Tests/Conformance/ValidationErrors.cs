using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>The errors of a document, or of a schema, as <c>{rule?, message, loc}</c>.</summary>
internal static class ValidationErrors
{
    private static readonly Dictionary<string, RuleEntry> RulesByName = ValidationRules.Specified
        .Append(ValidationRules.NoSchemaIntrospection)
        .Append(ValidationRules.NoDeprecated)
        .ToDictionary(rule => rule.Name);

    /// <summary>The rules by the reference's names; what is a rule of its tests only is left out.</summary>
    private static IReadOnlyList<RuleEntry> RulesOf(ConformanceCase @case) => @case.Rules is null
        ? ValidationRules.Specified
        : [.. @case.Rules.Where(RulesByName.ContainsKey).Select(name => RulesByName[name])];

    public static JsonArray OfDocument(ConformanceCase @case)
    {
        var document = Parser.Parse(@case.Document, @case.Limits);
        var schema = SchemaBuilder.FromDocument(Parser.Parse(@case.Schema!, ParserLimits.Trusted));
        var options = new ValidationOptions { Rules = RulesOf(@case), Suggest = !@case.HideSuggestions };
        return AsJson(Validator.Validate(schema, document, @case.Document, options), withPlaces: true);
    }

    /// <summary>The errors of the rules for the document alone have no places in the expected results, those of the schema have.</summary>
    public static JsonArray OfSchema(ConformanceCase @case)
    {
        var errors = SdlValidator.Validate(Parser.Parse(@case.Document, @case.Limits), @case.Document);
        bool ofDocument = errors.Any(error => error.Rule is not null);
        return AsJson([.. errors.Select(error => ofDocument ? error with { Rule = "SDL" } : error)], withPlaces: !ofDocument);
    }

    private static JsonArray AsJson(IReadOnlyList<GraphQLError> errors, bool withPlaces) => new([.. errors.Select(error =>
    {
        var json = new JsonObject { ["message"] = error.Message };
        if (error.Rule is not null) json["rule"] = error.Rule;
        var places = withPlaces ? error.Locations : [];
        json["loc"] = new JsonArray([.. places.Select(place => new JsonArray(place.Line, place.Column))]);
        return json;
    })]);
}
