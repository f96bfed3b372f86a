using System.Text.Json;
using HomeroomGraph.GraphQL.Types.Tables;
using HomeroomGraph.Testing;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>The library with labels on its shelves.</summary>
public sealed class LabelledLibrary(PostgresCluster cluster) : Library(cluster)
{
    protected override TableSchema Schema() => LibrarySchema.Build(labels: true);
}

/// <summary>Objects that are no rows are shown as they are selected: under their keys, in their order, and null where a rule keeps them from the viewer.</summary>
public sealed class ObjectsTests(LabelledLibrary library) : IClassFixture<LabelledLibrary>
{
    [Fact]
    public Task Members_stand_under_their_keys_in_the_order_of_the_selections() => AnswersAsync(
        """[{"t":"Label","text":"shelf 1","size":2,"places":["left","a\"b"]},{"t":"Label","text":"new","size":null,"places":null}]""",
        """{ shelf(id: "U2hlbGY6MToxMDE") { labels { t: __typename text size places } } }""");

    [Fact]
    public Task Fragments_aliases_and_what_is_left_out_hold_as_in_every_object() => AnswersAsync(
        """[{"says":"shelf 1","size":2},{"says":"new","size":null}]""",
        """query($no: Boolean = false) { shelf(id: "U2hlbGY6MToxMDE") { labels { ...L ... on Label { size } text @skip(if: true) places @include(if: $no) } } } fragment L on Label { says: text }""");

    [Fact]
    public async Task None_is_an_empty_list_and_what_is_not_to_be_seen_is_null()
    {
        await AnswersAsync("[]", """{ shelf(id: "U2hlbGY6MToxMDU") { labels { text } } }""");
        await AnswersAsync("null", """{ shelf(id: "U2hlbGY6MjoyMDE") { labels { text } } }""");
    }

    [Fact]
    public async Task In_lists_beside_their_row_and_in_lists_as_text_they_are_the_same()
    {
        const string question = "query($n: Int) { books(first: 3) { nodes { sameTitle(first: SIZE) { nodes { shelf { labels { text places } } } } } } }";
        var beside = await library.AskAsync(question.Replace("($n: Int) ", "", StringComparison.Ordinal).Replace("SIZE", "4", StringComparison.Ordinal));
        Assert.Equal(Compact(beside), Compact(await library.AskAsync(question.Replace("SIZE", "$n", StringComparison.Ordinal), new { n = 4 })));
        Assert.Contains("\"places\":[\"left\"", Compact(beside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_come_in_one_statement_with_other_lists()
    {
        var answer = await library.AskAsync("""{ shelf(id: "U2hlbGY6MToxMDE") { labels { text } books { nodes { title } } } shelves { nodes { labels { size } } } books(first: 1) { nodes { title } } }""");
        Assert.Equal("shelf 1", answer.GetProperty("data").GetProperty("shelf").GetProperty("labels")[0].GetProperty("text").GetString());
    }

    private async Task AnswersAsync(string labels, string question)
    {
        var answer = await library.AskAsync(question);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(labels.Replace("\\\"", "\\u0022", StringComparison.Ordinal), Compact(answer.GetProperty("data").GetProperty("shelf").GetProperty("labels")));
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
