using System.Text.Json;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>Lists of references (rule R4): their order, what tells alike ones apart, and what a long one costs.</summary>
[Trait("Rule", "R4")]
public sealed class ReferenceListTests
{
    [Fact]
    public void Chinese_authors_go_by_pinyin_and_before_the_others_then_by_year()
    {
        var records = new[]
        {
            Book("Zimmer, A", 2001), Book("张伟", 2020), Book("陈静", 2019), Book("陈建军", 2022), Book("Abbot, B", 1999), Book("欧阳修", 1060), Book("张伟", 2018),
            Book("Кочетков, А", 1993), Book("U.S. Office", 1990), Book("United Schools", 1991), Book("Álvarez, C", 2000),
        };
        Assert.Equal(
            ["陈建军", "陈静", "欧阳修", "张伟, 2018", "张伟, 2020", "ABBOT", "ÁLVAREZ", "United", "U.S.", "ZIMMER", "КОЧЕТКОВ"],
            Lines(records, ReferenceForm.Gb2015AuthorDate).Zip(["陈建军", "陈静", "欧阳修", "张伟, 2018", "张伟, 2020", "ABBOT", "ÁLVAREZ", "United", "U.S.", "ZIMMER", "КОЧЕТКОВ"],
                (line, begin) => line.StartsWith(begin, StringComparison.Ordinal) ? begin : line));
    }

    [Fact]
    public void A_surname_goes_by_its_reading_as_a_surname() =>
        Assert.Equal(
            ["陈静", "仇远", "单雄", "沈平", "曾国", "赵敏"],
            Lines([Book("赵敏", 2020), Book("曾国", 2020), Book("沈平", 2020), Book("单雄", 2020), Book("仇远", 2020), Book("陈静", 2020)], ReferenceForm.Gb2015AuthorDate).Select(line => line[..2]));

    [Fact]
    public void Letters_tell_works_of_one_author_and_year_apart()
    {
        var lines = Lines(
            [Book("张伟", 2020, "乙"), Book("张伟", 2020, "甲"), Book("张伟", 2021, "丙"), Book("张伟; 李静", 2020, "丁"), Book("张伟; 王芳", 2020, "戊"), Book("李静", 2020, "己")],
            ReferenceForm.Gb2025AuthorDate);
        Assert.Equal(
            ["李静，2020. 己[M].", "张伟，2020a. 乙[M].", "张伟，2020b. 甲[M].", "张伟，2021. 丙[M].", "张伟，李静，2020a. 丁[M].", "张伟，王芳，2020b. 戊[M]."], lines);
    }

    [Fact]
    public void Letters_stand_inside_of_brackets_and_behind_no_date()
    {
        var access = new ReferenceDate { From = new(2020, 1, 2) };
        Reference[] records = [Web("甲"), Web("乙"), Web("丙") with { Accessed = access, Url = "u" }, Web("丁") with { Accessed = access, Url = "u" }];
        Assert.Equal(
            ["张伟，[2020a]. 丙[EB/OL]. [2020-01-02]. u.", "张伟，[2020b]. 丁[EB/OL]. [2020-01-02]. u.", "张伟，无日期-a. 甲[EB].", "张伟，无日期-b. 乙[EB]."],
            Lines(records, ReferenceForm.Gb2025AuthorDate));
    }

    [Fact]
    public void The_letter_after_z_is_aa()
    {
        var lines = Lines([.. Enumerable.Range(0, 28).Select(n => Book("张伟", 2020, $"{n}"))], ReferenceForm.Gb2015AuthorDate);
        Assert.Equal(["张伟, 2020z. 25[M].", "张伟, 2020aa. 26[M].", "张伟, 2020ab. 27[M]."], lines[25..]);
    }

    [Fact]
    public void Works_of_nobody_named_stand_together()
    {
        var lines = Lines(
            [new() { Type = "book", Title = "T", Language = "en", Issued = new() { From = new(2001) } }, Book("张伟", 2020), Book("严明", 2019), new() { Type = "book", Title = "题", Language = "zh", Issued = new() { From = new(1999) } }],
            ReferenceForm.Gb2015AuthorDate);
        Assert.Equal(["严明, 2019. 题[M].", "佚名, 1999. 题[M].", "Anon, 2001. T[M].", "张伟, 2020. 题[M]."], lines);
    }

    [Fact]
    public void CSL_JSON_goes_out_as_it_came_in()
    {
        var written = JsonDocument.Parse(ReferenceRecords.Written(ReferenceRecords.All, ReferenceForm.CslJson)).RootElement;
        Assert.Equal(ReferenceRecords.Json.GetArrayLength(), written.GetArrayLength());
        foreach (var (item, back) in ReferenceRecords.Json.EnumerateArray().Zip(written.EnumerateArray()))
            Assert.True(JsonElement.DeepEquals(item, back), $"{item}\n{back}");
        Assert.Equal("[]\n", ReferenceRecords.Written([], ReferenceForm.CslJson));
    }

    [Theory]
    [InlineData(ReferenceForm.Gb2015Numeric, 400)]
    [InlineData(ReferenceForm.Gb2025Numeric, 400)]
    [InlineData(ReferenceForm.CslJson, 300)]
    [InlineData(ReferenceForm.BibTex, 1_500)]
    [InlineData(ReferenceForm.Gb2025AuthorDate, 1_500)]
    public void A_long_list_allocates_little_for_each(ReferenceForm form, long mostBytes)
    {
        const int count = 20_000;
        var records = Enumerable.Range(0, 100).Select(n => PaperReference.Of(PaperReferenceTests.Paper(n))).ToArray();
        var output = new Counting();
        using var writer = new ReferenceWriter(output, form);
        writer.Add(records[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < count; n++) writer.Add(records[n % records.Length]);
        writer.Complete();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, mostBytes);
        Assert.InRange(output.Written / count, 60, 800);
    }

    private static string[] Lines(IEnumerable<Reference> records, ReferenceForm form) => ReferenceRecords.Written(records, form).TrimEnd('\n').Split('\n');

    private static Reference Web(string title) => new() { Type = "webpage", Title = title, Language = "zh", Authors = [ReferenceName.Of("张伟")] };

    private static Reference Book(string authors, int year, string title = "题") => new()
    {
        Type = "book",
        Title = title,
        Language = "zh",
        Issued = new() { From = new(year) },
        Authors = [.. authors.Split("; ").Select(name => name.Split(", ") is [var family, var given] ? new ReferenceName { Family = family, Given = given } : ReferenceName.Of(name))],
    };

    /// <summary>Takes bytes and keeps none.</summary>
    private sealed class Counting : System.Buffers.IBufferWriter<byte>
    {
        private byte[] buffer = new byte[1 << 16];

        public long Written { get; private set; }

        public void Advance(int count) => Written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => buffer = sizeHint > buffer.Length ? new byte[sizeHint] : buffer;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
