using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>References by GB/T 7714 (rule R4): every record in both editions and systems, and each rule of the standard by itself.</summary>
[Trait("Rule", "R4")]
public sealed class GbReferenceTests
{
    private static readonly GbReference Of2015 = new(new(GbEdition.Of2015, GbSystem.Numeric));
    private static readonly GbReference Of2025 = new(new(GbEdition.Of2025, GbSystem.Numeric));

    [Theory]
    [InlineData(ReferenceForm.Gb2015Numeric, "gb-2015-numeric.txt")]
    [InlineData(ReferenceForm.Gb2025Numeric, "gb-2025-numeric.txt")]
    [InlineData(ReferenceForm.Gb2015AuthorDate, "gb-2015-author-date.txt")]
    [InlineData(ReferenceForm.Gb2025AuthorDate, "gb-2025-author-date.txt")]
    public void Every_kind_of_record_is_written_as_the_standard_says(ReferenceForm form, string expected)
    {
        Assert.InRange(ReferenceRecords.All.Count, 60, 200);
        Assert.Equal(ReferenceRecords.LinesOf(expected), ReferenceRecords.Written(ReferenceRecords.All, form).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Of_more_than_three_the_first_three_are_named_in_the_language_of_the_record()
    {
        var four = Named("甲子", "乙丑", "丙寅", "丁卯");
        Assert.StartsWith("甲子, 乙丑, 丙寅, 等. ", Of2015.Of(four with { Language = "zh-CN" }), StringComparison.Ordinal);
        Assert.StartsWith("甲子, 乙丑, 丙寅, et al. ", Of2015.Of(four with { Language = "en" }), StringComparison.Ordinal);
        Assert.StartsWith("甲子，乙丑，丙寅，等. ", Of2025.Of(four with { Language = "zh-CN" }), StringComparison.Ordinal);
        Assert.StartsWith("甲子, 乙丑, 丙寅. ", Of2015.Of(Named("甲子", "乙丑", "丙寅")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Peebles", "Peyton Z.", "Jr.", "PEEBLES P Z Jr", "Peebles P Z Jr")]
    [InlineData("Park", "Jung-Ran", null, "PARK J R", "Park J-R")]
    [InlineData("Smith", "J.-P. K.", null, "SMITH J P K", "Smith J-P K")]
    [InlineData("O'Neil", "Ann", null, "O’NEIL A", "O’Neil A")]
    [InlineData("von der Leyen", "Ursula", null, "VON DER LEYEN U", "von der Leyen U")]
    [InlineData("Beethoven", "Ludwig van", null, "BEETHOVEN L van", "Beethoven L van")]
    [InlineData("Straße", "Íñigo", null, "STRASSE Í", "Straße Í")]
    [InlineData("Smith", "John, III", null, "SMITH J III", "Smith J III")]
    [InlineData("Aristotle", null, null, "ARISTOTLE", "Aristotle")]
    [InlineData("张", "三丰", null, "张三丰", "张三丰")]
    [InlineData("山田", "太郎", null, "山田太郎", "山田太郎")]
    public void Family_names_go_first_given_names_are_initials(string family, string? given, string? suffix, string of2015, string of2025)
    {
        var record = new Reference { Type = "book", Title = "T", Language = "en", Authors = [new() { Family = family, Given = given, Suffix = suffix }] };
        Assert.Equal($"{of2015}. T[M].", Of2015.Of(record));
        Assert.Equal($"{of2025}. T[M].", Of2025.Of(record));
    }

    [Theory]
    [InlineData("12-5", "12-15")]
    [InlineData("337–45", "337-345")]
    [InlineData("1, 5-9", "1, 5-9")]
    [InlineData("1000-4, 1020-25", "1000-1004, 1020-1025")]
    [InlineData("12--15", "12-15")]
    [InlineData("序2–3", "序2-3")]
    [InlineData("1&2", "1 & 2")]
    [InlineData("12-3a", "12-3a")]
    [InlineData("11-012", "11-012")]
    public void Ranges_of_pages_have_a_hyphen_and_both_ends_whole(string pages, string written) =>
        Assert.Equal($"T[M]. P: {written}.", Of2015.Of(new() { Type = "book", Title = "T", Language = "en", Publisher = "P", Page = pages }));

    [Theory]
    [InlineData("1", "zh", "")]
    [InlineData("2", "zh", " 2 版.")]
    [InlineData("2", "en", " 2nd ed.")]
    [InlineData("3", "en", " 3rd ed.")]
    [InlineData("11", "en", " 11th ed.")]
    [InlineData("21", "en", " 21st ed.")]
    [InlineData("修订版", "zh", " 修订版.")]
    [InlineData("Rev. ed.", "en", " Rev. ed.")]
    public void The_first_edition_is_not_named(string edition, string language, string written) =>
        Assert.Equal($"T[M].{written}", Of2015.Of(new() { Type = "book", Title = "T", Language = language, Edition = edition }));

    [Theory]
    [InlineData("What now?", "T[M]//What now? 2nd ed.")]
    [InlineData("Stat.", "T[M]//Stat. 2nd ed.")]
    [InlineData("Care!", "T[M]//Care! 2nd ed.")]
    [InlineData("A “quoted”", "T[M]//A “quoted”. 2nd ed.")]
    public void A_stop_is_not_doubled(string book, string written) =>
        Assert.Equal(written, Of2015.Of(new() { Type = "chapter", Title = "T", Language = "en", ContainerTitle = book, Edition = "2" }));

    [Theory]
    [InlineData("A \"quoted\" title", "A “quoted” title")]
    [InlineData("Harper's", "Harper’s")]
    [InlineData("the '90s", "the ’90s")]
    [InlineData("He said \"it's 'ok'\"", "He said “it’s ‘ok’”")]
    [InlineData("a <i>b</i> x<sup>2</sup> <span class=\"nocase\">US</span>", "a b x2 US")]
    [InlineData("1 < 2 & 3 > 2", "1 < 2 & 3 > 2")]
    [InlineData("两\n行\t题名", "两 行 题名")]
    public void Titles_are_printed_without_markup_on_one_line(string title, string printed) =>
        Assert.Equal($"{printed}[M].", Of2015.Of(new() { Type = "book", Title = title, Language = "en" }));

    [Fact]
    public void A_note_completes_a_record_and_says_its_type_and_date()
    {
        var record = new Reference { Type = "book", Title = "T", Page = "1", Publisher = "P", Note = "words first\ntype: thesis\nissued: 1865（清同治四年）\npage: 9\npublisher-place: 济南\nwords\nedition: 4" };
        Assert.Equal("T[D]. 济南: P, 1865: 1.", Of2015.Of(record with { Language = "zh" }));
    }

    [Fact]
    public void Nothing_is_needed_of_a_record()
    {
        foreach (var type in ReferenceRecords.All.Select(r => r.Type).Distinct().Append("").Append("no-such-type"))
            foreach (var writer in new[] { Of2015, Of2025, new(new(GbEdition.Of2015, GbSystem.AuthorDate)), new(new(GbEdition.Of2025, GbSystem.AuthorDate)) })
                Assert.EndsWith(".", writer.Of(new() { Type = type }), StringComparison.Ordinal);
    }

    private static Reference Named(params string[] names) => new() { Type = "book", Title = "题", Language = "zh", Authors = [.. names.Select(ReferenceName.Of)] };
}
