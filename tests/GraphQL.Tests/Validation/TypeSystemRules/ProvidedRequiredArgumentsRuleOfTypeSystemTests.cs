namespace HomeroomGraph.GraphQL.Tests.Validation.TypeSystemRules;

public sealed class ProvidedRequiredArgumentsRuleOfTypeSystemTests
{
    [Theory]
    [InlineData(
        "directive @a(b: Int!, c: Int! = 1) on OBJECT type Query @a { a: A } scalar A @specifiedBy",
        """1:57 Argument "@a(b:)" of type "Int!" is required, but it was not provided.""",
        """1:78 Argument "@specifiedBy(url:)" of type "String!" is required, but it was not provided.""")]
    public void Refuses(string document, params string[] errors) =>
        TypeSystemRule.Named("ProvidedRequiredArgumentsRule").Refuse(document, errors);
}
