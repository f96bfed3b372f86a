using System.Buffers;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The list of the author-date system (9.3.2 and 10.2): Chinese authors by pinyin, then the others by their alphabets, then by year; letters tell works of
/// one author and year apart. Works of nobody named stand under 佚名.
/// </summary>
internal sealed class AuthorDateList(IBufferWriter<byte> output, GbStyle style) : IReferenceList
{
    private readonly GbReference reference = new(style);
    private readonly List<Line> lines = [];
    private readonly Dictionary<string, int> cited = [];

    public void Add(Reference record)
    {
        var text = reference.Write(record, out var suffixAt, out var name, out var label);
        var times = suffixAt < 0 ? 0 : cited[label] = cited.GetValueOrDefault(label) + 1;
        lines.Add(new(PinyinOrder.Order.GetSortKey(name).KeyData, YearOf(record), text.ToString(), suffixAt, times == 0 ? null : label));
    }

    public void Complete()
    {
        var order = Enumerable.Range(0, lines.Count).ToArray();
        Array.Sort(order, (one, other) => Compare(one, other));
        var letters = new Dictionary<string, int>();
        foreach (var at in order) Write(lines[at], letters);
        lines.Clear();
        cited.Clear();
    }

    private void Write(Line line, Dictionary<string, int> letters)
    {
        if (line.Label is { } label && cited[label] > 1)
        {
            var nth = letters[label] = letters.GetValueOrDefault(label) + 1;
            output.Write(line.Text.AsSpan(0, line.SuffixAt));
            output.Write(Letters(line.Text.AsSpan(0, line.SuffixAt), nth));
            output.Write(line.Text.AsSpan(line.SuffixAt));
        }
        else
        {
            output.Write(line.Text);
        }
        output.Write("\n"u8);
    }

    /// <summary>a to z, then aa; a hyphen before it where there is no year: 无日期-a.</summary>
    private static string Letters(ReadOnlySpan<char> head, int nth)
    {
        var letters = "";
        for (var rest = nth; rest > 0; rest = (rest - 1) / 26) letters = (char)('a' + ((rest - 1) % 26)) + letters;
        return head.Length > 0 && char.IsAsciiDigit(head[^1]) ? letters : $"-{letters}";
    }

    private int Compare(int one, int other)
    {
        var (a, b) = (lines[one], lines[other]);
        var byName = a.Name.AsSpan().SequenceCompareTo(b.Name);
        var byYear = byName != 0 ? byName : a.Year.CompareTo(b.Year);
        return byYear != 0 ? byYear : one.CompareTo(other);
    }

    /// <summary>Works without a year come last.</summary>
    private static int YearOf(Reference record) => (record.Issued ?? record.Accessed)?.From?.Year ?? int.MaxValue;

    /// <param name="Name">Orders as the names do.</param>
    /// <param name="Year">The year of issue.</param>
    /// <param name="Text">The reference.</param>
    /// <param name="SuffixAt">Where in it a letter goes.</param>
    /// <param name="Label">What it is cited by; null where there is no year that a letter could go to.</param>
    private readonly record struct Line(byte[] Name, int Year, string Text, int SuffixAt, string? Label);
}
