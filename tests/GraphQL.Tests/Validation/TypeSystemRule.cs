using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>What one of the rules for documents that define a schema finds; the expected results are the reference's.</summary>
internal sealed class TypeSystemRule
{
    private readonly string _name;

    private TypeSystemRule(string name) => _name = name;

    public static TypeSystemRule Named(string name) => new(name);

    public void Accept(string document) => Refuse(document);

    public void Refuse(string document, params string[] errors)
    {
        var source = SourceText.Of(document);
        var found = SdlValidator.Validate(Parser.Parse(source, ParserLimits.Trusted), source);
        Assert.Equal(errors, found.Where(error => error.Rule == _name).Select(ErrorText.Of));
    }
}
