namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesRuleTests
{
    [Theory]
    [InlineData("""{ school(id: 1) { name(short: true) @audit(reason: "a", level: 2) } __type(name: "a") { name } }""")]
    public void Accepts(string document) => Rule.Named("KnownArgumentNamesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1, nam: 2) { name(shrt: true) @skip(if: true, unless: 1) @audit(reason: "a", levl: 2) @unknown(a: 1) }
        __type(nme: "a") { name } __typename(a: 1) unknown(a: 1) }
        """,
        """1:17 Unknown argument "nam" on field "Query.school".""",
        """1:32 Unknown argument "shrt" on field "School.name". Did you mean "short"?""",
        """1:60 Unknown argument "unless" on directive "@skip".""",
        """1:91 Unknown argument "levl" on directive "@audit". Did you mean "level"?""",
        """2:8 Unknown argument "nme" on field "<meta>.__type". Did you mean "name"?""",
        """2:38 Unknown argument "a" on field "<meta>.__typename".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("KnownArgumentNamesRule").Refuse(document, errors);
}
