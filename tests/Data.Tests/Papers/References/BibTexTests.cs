using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>BibTeX (rule R4): as it is written, and as it is read back.</summary>
[Trait("Rule", "R4")]
public sealed class BibTexTests
{
    [Fact]
    public void An_article_has_the_fields_that_reference_managers_read()
    {
        var paper = PaperReferenceTests.Paper(3) with { Title = "100% of {R&D} #1_a ~ \\ $5", Abstract = "一段\n摘要", Issn = "1234-567X" };
        Assert.Equal(
            """
            @article{zhang2003-paper-3,
              author = {张伡 and 李静},
              title = {100\% of \{R\&D\} \#1\_a \textasciitilde{} \textbackslash{} \$5},
              journal = {齐鲁教育研究},
              number = {4},
              pages = {3--9},
              year = {2003},
              month = apr,
              doi = {10.5555/x.3},
              issn = {1234-567X},
              langid = {chinese},
              keywords = {班主任, 家校沟通},
              abstract = {一段 摘要},
            }

            """.ReplaceLineEndings("\n").Replace("张伡", $"张{(char)('伟' + 3)}", StringComparison.Ordinal),
            ReferenceRecords.Written([PaperReference.Of(paper)], ReferenceForm.BibTex));
    }

    [Fact]
    public void Keys_are_unique_plain_and_the_same_in_every_list()
    {
        var records = ReferenceRecords.All.Append(new() { Id = "条目 一", Title = "甲" }).Append(new() { Id = "条目 二", Title = "甲" }).ToList();
        var keys = Keys(records);
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(keys, key => Assert.Matches("^[a-z0-9._-]+$", key));
        Assert.Equal(keys.Order(StringComparer.Ordinal), Keys(Enumerable.Reverse(records)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_in_a_field_braces_pair_and_the_entry_is_read_whole()
    {
        var chance = new Random(20261130);
        const string awkward = "{}\\$&#%_^~\"',@=\n\t 班A.";
        for (var n = 0; n < 500; n++)
        {
            string Some() => new([.. Enumerable.Range(0, chance.Next(1, 12)).Select(_ => awkward[chance.Next(awkward.Length)])]);
            var record = new Reference { Id = $"r{n}", Type = "article-journal", Title = "题" + Some(), ContainerTitle = "刊" + Some(), Authors = [ReferenceName.Of("甲" + Some())], Issued = new() { From = new(2020) } };
            var reading = ReferenceText.Read(ReferenceRecords.Written([record], ReferenceForm.BibTex));
            Assert.Equal(ReferenceTextForm.BibTex, reading.Form);
            Assert.Equal(PlainText.Of(record.Title), reading.Draft!.Title);
            Assert.Equal(PlainText.Of(record.ContainerTitle), reading.Draft.Venue);
            Assert.DoesNotContain(reading.Findings, finding => finding.Code is "NOT_CLOSED" or "NOT_KEPT");
        }
    }

    private static List<string> Keys(IEnumerable<Reference> records) =>
        [.. ReferenceRecords.Written(records, ReferenceForm.BibTex).Split('\n').Where(line => line.StartsWith('@')).Select(line => line[(line.IndexOf('{') + 1)..^1])];
}
