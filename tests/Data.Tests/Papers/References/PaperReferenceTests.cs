using System.Text.Json;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>A paper of the database as a record (rule R4): its columns count, its extra says what they can't.</summary>
[Trait("Rule", "R4")]
public sealed class PaperReferenceTests
{
    private static readonly GbReference Gb = new(new(GbEdition.Of2015, GbSystem.Numeric));

    internal static PaperRecord Paper(int n) => new()
    {
        PaperId = n,
        Title = $"班主任家校沟通的第{n}个案例",
        PublishedOn = new(2000 + n % 25, 1 + n % 12, 1),
        Precision = DatePrecision.Month,
        Authors = [new($"张{(char)('伟' + n)}"), new("李静")],
        Venue = "齐鲁教育研究",
        Issue = $"{1 + n % 12}",
        Pages = $"{n}-{n + 6}",
        Doi = n % 3 == 0 ? $"10.5555/x.{n}" : null,
        Keywords = ["班主任", "家校沟通"],
    };

    [Fact]
    public void Columns_are_enough_for_a_reference() =>
        Assert.Equal("张伟, 李静. 班主任家校沟通的第0个案例[J/OL]. 齐鲁教育研究, 2000(1): 0-6. DOI:10.5555/x.0.", Gb.Of(PaperReference.Of(Paper(0))));

    [Fact]
    public void A_western_name_is_taken_apart_unless_it_is_a_body_or_came_as_it_is_cited()
    {
        var paper = Paper(1) with { Language = "en", Title = "T", Authors = [new("Mary Ann van Dyke"), new("National Board of Schools"), new("Plato")] };
        Assert.StartsWith("VAN DYKE M A, National Board of Schools, Plato. T[J]", Gb.Of(PaperReference.Of(paper)), StringComparison.Ordinal);
        Assert.StartsWith("Mary Ann van Dyke, ", Gb.Of(PaperReference.Of(paper with { SourceId = "csl:x" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_says_names_exactly_for_those_who_still_are_the_authors()
    {
        var extra = Json("""{"author":[{"family":"Le Guin","given":"Ursula K."},{"literal":"Ann Bee"}],"publisher":"P"}""");
        var paper = Paper(1) with { Language = "en", Title = "T", Authors = [new("Ursula K. Le Guin"), new("Ann Bee"), new("Tom Cole")], Extra = extra };
        Assert.StartsWith("LE GUIN U K, Ann Bee, COLE T. ", Gb.Of(PaperReference.Of(paper)), StringComparison.Ordinal);
        Assert.StartsWith("COLE T. ", Gb.Of(PaperReference.Of(paper with { Authors = [new("Tom Cole")] })), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_date_or_title_counts_over_what_was_imported()
    {
        var extra = Json("""{"issued":{"date-parts":[[2001],[2003]]},"title":"The <i>old</i> title"}""");
        var paper = Paper(1) with { CslType = "book", Venue = null, Issue = null, Language = "en", Title = "The old title", PublishedOn = new(2001, 1, 1), Precision = DatePrecision.Year, Extra = extra };
        Assert.Equal(2003, PaperReference.Of(paper).Issued!.To!.Value.Year);
        Assert.Equal("The <i>old</i> title", PaperReference.Of(paper).Title);
        var edited = PaperReference.Of(paper with { Title = "A new title", PublishedOn = new(2005, 1, 1) });
        Assert.Equal(("A new title", 2005, null), (edited.Title, edited.Issued!.From!.Value.Year, edited.Issued.To));
    }

    [Fact]
    public void Whoever_only_stands_for_an_author_or_a_date_is_not_cited()
    {
        var extra = Json("""{"author":[],"editor":[{"literal":"齐鲁教育学会"}],"issued":null}""");
        var paper = Paper(1) with { CslType = "book", Venue = null, Issue = null, Pages = null, Title = "题", Authors = [new("齐鲁教育学会")], PublishedOn = new(2026, 1, 1), Precision = DatePrecision.Year, Extra = extra };
        Assert.Equal("齐鲁教育学会. 题[M].", Gb.Of(PaperReference.Of(paper)));
        Assert.Empty(PaperReference.Of(paper).Authors);
        Assert.Equal("张伟. 题[M]. 2020.", Gb.Of(PaperReference.Of(paper with { Authors = [new("张伟")], PublishedOn = new(2020, 3, 1), Precision = DatePrecision.Month })));
    }

    [Fact]
    public void CSL_JSON_of_a_paper_has_its_columns_and_its_extra_and_the_import_takes_it_back()
    {
        var extra = Json("""{"custom":{"x":[1]},"editor":[{"literal":"E"}],"title-short":"S","accessed":{"date-parts":[[2020,1,2]],"season":1}}""");
        var item = JsonDocument.Parse(ReferenceRecords.Written([PaperReference.Of(Paper(3) with { Extra = extra, Authors = [new("张伟", "orcid:0000-0002-1825-0097")] })], ReferenceForm.CslJson)).RootElement[0];
        Assert.Equal("paper-3", item.GetProperty("id").GetString());
        Assert.Equal("0000-0002-1825-0097", item.GetProperty("author")[0].GetProperty("ORCID").GetString());
        Assert.Equal("[[2003,4]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText());
        foreach (var field in extra.EnumerateObject()) Assert.True(JsonElement.DeepEquals(field.Value, item.GetProperty(field.Name)));
        Assert.Equal("班主任, 家校沟通", item.GetProperty("keyword").GetString());
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
