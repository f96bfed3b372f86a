using HomeroomGraph.GraphQL.Answers;

namespace HomeroomGraph.GraphQL.Tests.Answers;

/// <summary>Tags as RFC 9110 has them (8.8.3, 13.1.2), and what makes one another.</summary>
public sealed class EntityTagTests
{
    private static readonly Question Asked = new(UInt128.MaxValue / 3);
    private static readonly AnswerVersion Version = new(new DataVersion(41, 7), new DateOnly(2026, 11, 16));
    private static readonly string Tag = EntityTag.Of(Asked, Version, "application/json");

    [Fact]
    public void A_tag_is_weak_and_of_the_characters_that_may_stand_in_one() => Assert.Matches("""^W/"[A-Za-z0-9_-]+"$""", Tag);

    [Fact]
    public void Question_data_lineage_day_and_form_make_another_tag()
    {
        string[] others =
        [
            EntityTag.Of(new Question(Asked.Digest + 1), Version, "application/json"),
            EntityTag.Of(Asked, Version with { Data = new DataVersion(42, 7) }, "application/json"),
            EntityTag.Of(Asked, Version with { Data = new DataVersion(41, 8) }, "application/json"),
            EntityTag.Of(Asked, Version with { Today = new DateOnly(2026, 11, 17) }, "application/json"),
            EntityTag.Of(Asked, Version with { Today = null }, "application/json"),
            EntityTag.Of(Asked, Version, "application/graphql-response+json"),
        ];
        Assert.Equal(others.Length + 1, others.Append(Tag).Distinct().Count());
        Assert.Equal(Tag, EntityTag.Of(Asked, Version, "application/json"));
    }

    [Fact]
    public void Tags_are_compared_weakly_in_a_list_and_a_star_is_every_tag()
    {
        string strong = Tag["W/".Length..];
        foreach (string header in (string[])[Tag, strong, $"\"a\", {Tag}", $"W/\"x\",{strong}  ,\"y\"", "*"]) Assert.True(EntityTag.Matches(header, Tag), header);
        foreach (string header in (string[])["\"a\"", strong.Trim('"'), Tag[..^2] + "\"", $"\"a{Tag}", "**", ""]) Assert.False(EntityTag.Matches(header, Tag), header);
    }

    [Fact]
    public void Whether_a_tag_is_of_a_question_is_known_before_its_version()
    {
        Assert.True(EntityTag.Concerns(EntityTag.Of(Asked, default, "application/json"), Asked));
        Assert.True(EntityTag.Concerns($"\"a\", {Tag}", Asked));
        Assert.False(EntityTag.Concerns("\"a\"", Asked));
        Assert.False(EntityTag.Concerns(EntityTag.Of(new Question(5), Version, "application/json"), Asked));
    }
}
