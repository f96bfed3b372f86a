namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoDeprecatedCustomRuleTests
{
    [Theory]
    [InlineData("{ school(id: 1) { name stage } }")]
    public void Accepts(string document) => Rule.Named("NoDeprecatedCustomRule").Accept(document);

    [Theory]
    [InlineData(
        """
        { school(id: 1) { formerName } schools(where: {district: "a", stage: NINE_YEAR,
        code: "b"}) { id @cached(hint: "a") } }
        """,
        "1:19 The field School.formerName is deprecated. Use name.",
        """1:70 The enum value "Stage.NINE_YEAR" is deprecated. No longer supported""",
        "2:1 The input field SchoolFilter.code is deprecated. Use name.",
        """2:26 The argument "@cached(hint:)" is deprecated. It is ignored.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoDeprecatedCustomRule").Refuse(document, errors);
}
