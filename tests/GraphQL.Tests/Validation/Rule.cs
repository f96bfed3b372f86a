using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>A single rule against documents over <see cref="SchoolSchema"/>. What is expected is what the reference implementation
/// (npm graphql 17.1.0) says of the same schema and document: places, then the message.</summary>
internal sealed class Rule
{
    private readonly ValidationOptions _options;

    private Rule(RuleEntry rule) => _options = new ValidationOptions { Rules = [rule] };

    public static Rule Named(string name) => new(
        ValidationRules.Specified
            .Append(ValidationRules.NoSchemaIntrospection)
            .Append(ValidationRules.NoDeprecated)
            .Single(rule => rule.Name == name));

    public void Accept(string document) => Refuse(document);

    public void Refuse(string document, params IEnumerable<string> errors)
    {
        var source = SourceText.Of(document);
        var found = Validator.Validate(SchoolSchema.Instance, Parser.Parse(source, ParserLimits.Trusted), source, _options);
        Assert.Equal(errors, found.Select(ErrorText.Of));
        Assert.All(found, error => Assert.Equal(_options.Rules[0].Name, error.Rule));
    }
}
