namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesRuleTests
{
    [Theory]
    [InlineData("fragment A on School { ...B ...B } fragment B on School { ...C } fragment C on School { id }")]
    public void Accepts(string document) => Rule.Named("NoFragmentCyclesRule").Accept(document);

    [Theory]
    [InlineData(
        "fragment A on School { head { heads { school { ...A } } } }",
        """1:48 Cannot spread fragment "A" within itself.""")]
    [InlineData(
        """
        fragment A on School { ...B }
        fragment B on School { ...C }
        fragment C on School { ...A ...B ...Unknown }
        """,
        """1:24 2:24 3:24 Cannot spread fragment "A" within itself via "B", "C".""",
        """2:24 3:29 Cannot spread fragment "B" within itself via "C".""")]
    [InlineData(
        """
        fragment A on School { ... { ...A }
        id ...A }
        """,
        """2:4 Cannot spread fragment "A" within itself.""",
        """1:30 Cannot spread fragment "A" within itself.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoFragmentCyclesRule").Refuse(document, errors);
}
