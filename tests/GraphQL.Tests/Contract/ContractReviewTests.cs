using HomeroomGraph.GraphQL.Contract;

namespace HomeroomGraph.GraphQL.Tests.Contract;

/// <summary>What may go from a contract, and when.</summary>
public sealed class ContractReviewTests
{
    private const string Notice = "@deprecated(reason: \"Use Query.a. Removal after 2027-03-01.\")";
    private static readonly DateOnly LastDay = new(2027, 3, 1), NextDay = new(2027, 3, 2);

    [Theory]
    [InlineData("type T { a: Int b: Int %N }", "type T { a: Int }")]
    [InlineData("type T { a(b: Int %N): Int }", "type T { a: Int }")]
    [InlineData("input In { a: Int b: Int %N }", "input In { a: Int }")]
    [InlineData("enum E { A B %N }", "enum E { A }")]
    [InlineData("type T { a: Int b: Int %N }", "type T { a: Int b: String }")]
    [InlineData("type T { a: Int b: Int %N }", "type T { a: Int b(c: Int!): Int %N }")]
    [InlineData("type T { a: Int b(c: Int): Int %N }", "type T { a: Int b(c: Int!): Int %N }")]
    public void What_was_announced_may_go_when_its_day_has_passed(string older, string newer)
    {
        Assert.NotEmpty(Review(older, newer, LastDay).Refusals);
        Assert.Empty(Review(older, newer, NextDay).Refusals);
        Assert.Contains("Removal after 2027-03-01", Assert.Single(Review(older, newer, NextDay).Breaking).Excuse, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type T { a: Int b: Int }", "type T { a: Int }")]
    [InlineData("type T { a: Int b: Int @deprecated }", "type T { a: Int }")]
    [InlineData("type T { a: Int b: Int @deprecated(reason: \"Gone after 2027-01-01.\") }", "type T { a: Int }")]
    [InlineData("type T { a: Int b: Int %N }", "type T { b: Int %N }")]
    [InlineData("input In { a: Int b: Int %N }", "input In @oneOf { a: Int }")]
    [InlineData("schema { query: Query mutation: M } type M { a: Int %N }", "type M { a: Int %N }")]
    public void What_was_not_announced_stays(string older, string newer) => Assert.NotEmpty(Review(older, newer, NextDay).Refusals);

    [Fact]
    public void A_type_goes_with_the_last_way_to_it()
    {
        const string types = "union U = T | V type T { v: V t: T } type V { a: Int } input In { v: In }";
        const string older = $"type Q {{ a: Int u(in: In): U %N t: T %N }} {types}";

        Assert.Empty(Review(older, "type Q { a: Int }", NextDay).Refusals);
        Assert.Equal(
            ["In", "Q.t", "Q.u", "T", "U", "V"], Review(older, "type Q { a: Int }", NextDay).Breaking.Select(b => b.Difference.Coordinate));
    }

    [Fact]
    public void A_type_stays_while_there_is_another_way_to_it()
    {
        var review = Review("type Q { a: Int t: T %N v: V } type V { t: T } type T { a: Int }", "type Q { a: Int v: V } type V { a: Int }", NextDay);

        Assert.Equal(["T: The object type was removed.", "V.t: The field was removed."], review.Refusals);
    }

    [Fact]
    public void A_member_of_a_union_can_only_go_with_the_union()
    {
        const string older = "type Q { a: Int u: U } union U = T | V type T { a: Int %N } type V { a: Int }";

        Assert.Equal(
            ["T: The object type was removed.", "U: The member T was removed."],
            Review(older, "type Q { a: Int u: U } union U = V type V { a: Int }", NextDay).Refusals);
    }

    [Fact]
    public void An_interface_that_goes_is_no_longer_implemented()
    {
        const string older = "type Q { a: Int i: I %N } interface I { a: Int } type T implements I { a: Int }";

        Assert.Empty(Review(older, "type Q { a: Int } type T { a: Int }", NextDay).Refusals);
        Assert.Equal(
            ["T: The type no longer implements I."], Review(older, "type Q { a: Int i: I %N } interface I { a: Int } type T { a: Int }", LastDay).Refusals);
    }

    [Fact]
    public void A_removal_is_announced_ninety_days_ahead()
    {
        const string before = "type T { a: Int b: Int }", after = "type T { a: Int b: Int %N }";

        Assert.Empty(Review(before, after, LastDay.AddDays(-90)).Refusals);
        Assert.Equal(
            ["T.b is announced for 2027-03-01; the earliest day is 2027-03-02."], Review(before, after, LastDay.AddDays(-89)).Refusals);
    }

    [Fact]
    public void A_day_may_be_put_off_but_not_moved_up()
    {
        const string march = "type T { b: Int %N }";
        string may = march.Replace("%N", Notice, StringComparison.Ordinal).Replace("2027-03", "2027-05", StringComparison.Ordinal);

        Assert.Empty(Review(march, may, LastDay).Refusals);
        Assert.NotEmpty(Review(may, march, LastDay.AddDays(-10)).Refusals);
        Assert.Empty(Review(may, march, LastDay.AddDays(-100)).Refusals);
    }

    [Theory]
    [InlineData("@deprecated", "T.b is deprecated, but not in the form \"Use COORDINATE. Removal after YYYY-MM-DD.\".")]
    [InlineData("@deprecated(reason: \"Use Query.a. Removal after 2027-02-30.\")", "T.b is deprecated, but not in the form \"Use COORDINATE. Removal after YYYY-MM-DD.\".")]
    [InlineData("@deprecated(reason: \"Use Query.b. Removal after 2027-03-01.\")", "T.b is to be replaced by Query.b, which is not in the schema.")]
    [InlineData("@deprecated(reason: \"Use T.b. Removal after 2027-03-01.\")", "T.b is to be replaced by T.b, which is deprecated itself.")]
    [InlineData("@deprecated(reason: \"Use T.a(x:). Removal after 2027-03-01.\")", null)]
    public void A_deprecation_has_a_day_and_a_replacement_that_stays(string deprecation, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], NoticeRule.Faults(DifferenceCase.SchemaOf($"type T {{ a(x: Int): Int b: Int {deprecation} }}")));

    private static ContractReview Review(string older, string newer, DateOnly day) =>
        ContractReview.Of(DifferenceCase.SchemaOf(WithNotice(older)), DifferenceCase.SchemaOf(WithNotice(newer)), day);

    private static string WithNotice(string text) => text.Replace("%N", Notice, StringComparison.Ordinal);
}
