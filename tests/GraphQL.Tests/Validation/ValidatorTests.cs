using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    [Fact]
    public void A_document_that_keeps_all_rules_has_no_errors() => Assert.Empty(Validate(
        """
        query Roster($id: ID!, $on: Date, $where: SchoolFilter = {district: "370403"}) @cached(seconds: 5) {
          school(id: $id) { ...SchoolFields staff { __typename ... on Teacher { heads(on: $on) { grade } } } }
          schools(where: $where, limit: 5) { ...SchoolFields @include(if: true) }
        }
        fragment SchoolFields on School { id name short: name(short: true) stage head { ... on Person { id name } } }
        """));

    [Fact]
    public void Errors_of_all_rules_stand_in_the_order_of_the_document()
    {
        var errors = Validate("query ($a: Int) { school { nam } schools(limit: \"x\") }\nfragment F on Room { id }");
        Assert.Equal(
            ["NoUnusedVariablesRule", "FieldsOnCorrectTypeRule", "ProvidedRequiredArgumentsRule", "ScalarLeafsRule",
                "ValuesOfCorrectTypeRule", "KnownTypeNamesRule", "NoUnusedFragmentsRule"],
            errors.Select(error => error.Rule));
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
    }

    [Fact]
    public void After_the_limit_of_errors_it_stops_and_says_so()
    {
        string fields = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"x{i}"));
        var errors = Validate($"{{ {fields} }}", ValidationOptions.Default with { MaxErrors = 3 });
        Assert.Equal(4, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[3].Message);
        Assert.Equal(ErrorCodes.LimitExceeded, errors[3].Code);
    }

    [Theory]
    [InlineData("{ school(id: 1) { a: name a: name a: name } }", "Too many fields answer under the same keys. Validation aborted.")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { __typename }",
        "The fragments lead to each other in too many ways. Validation aborted.")]
    [InlineData("{ school(id: 1) { head { mentor { mentor { id } } } } }",
        "The document nests selections more than 4 deep after its fragments are spread. Validation aborted.")]
    public void A_limit_on_work_that_is_reached_is_told(string document, string message)
    {
        var small = ValidationOptions.Default with { MaxFieldComparisons = 3, MaxFragmentVisits = 1, MaxSpreadDepth = 4 };
        var error = Assert.Single(Validate(document, small));
        Assert.Equal(message, error.Message);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Fact]
    public void Places_count_characters_as_editors_do()
    {
        var error = Assert.Single(Validate("{\r\n  # 班主任 𠮷\r  school(id: \"𠮷班\") { nam }\n}"));
        Assert.Equal(new SourceLocation(3, 23), Assert.Single(error.Locations));
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null)
    {
        var source = SourceText.Of(document);
        return Validator.Validate(SchoolSchema.Instance, Parser.Parse(source), source, options);
    }
}
