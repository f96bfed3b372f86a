namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// References by GB/T 7714 (参考文献著录规则). An object writes one after the other, not several at once. In the author-date system a list needs an order and
/// letters: <see cref="ReferenceWriter"/> writes whole lists.
/// </summary>
/// <param name="style">By which edition and system.</param>
public sealed class GbReference(GbStyle style)
{
    private readonly EntryText text = new();

    /// <summary>One reference without a number: 张伯伟. 全唐五代诗格汇考[M]. 南京: 江苏古籍出版社, 2002: 288.</summary>
    public string Of(Reference record)
    {
        Write(record);
        return text.ToString();
    }

    internal ReadOnlySpan<char> Write(Reference record)
    {
        var e = Begin(record);
        Write(e, out _);
        return text.Written;
    }

    /// <param name="record">The record.</param>
    /// <param name="suffixAt">Where in the text a letter goes that tells works of one author and year apart; -1: nowhere.</param>
    /// <param name="name">What it is ordered by before the year.</param>
    /// <param name="label">What the text cites it by.</param>
    internal ReadOnlySpan<char> Write(Reference record, out int suffixAt, out string name, out string label)
    {
        var e = Begin(record);
        Write(e, out suffixAt);
        name = AuthorDate.SortNameOf(e);
        label = AuthorDate.LabelOf(e);
        return text.Written;
    }

    private Entry Begin(Reference record)
    {
        text.Clear();
        return new(ReferenceNote.Applied(record), style, text);
    }

    private void Write(in Entry e, out int suffixAt)
    {
        var parts = text.Between(". ");
        suffixAt = -1;
        if (style.IsAuthorDate) AuthorDate.Write(e, out suffixAt);
        else if (style.Is2015 || e.Record.Type != "standard") Responsibility.Write(e);
        parts.Next();
        if (style.Is2015) Layout2015.Write(e);
        else Layout2025.Write(e);
        parts.Next();
        Access.Write(e);
        text.Mark(".");
    }
}
