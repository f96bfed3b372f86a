namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The text of a reference as it is put together. Marks between elements are asked for before an element and written only when it has
/// something to say, so that none stands alone; and a mark doesn't repeat one that is there: "et al" and ". " are "et al. ".
/// </summary>
/// <remarks>Written once and used again for many references: nothing is allocated for one.</remarks>
internal sealed class EntryText
{
    private char[] text = new char[1024];
    private string? pending;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => text.AsSpan(0, Length);

    public void Clear() => (Length, pending) = (0, null);

    public override string ToString() => new(text, 0, Length);

    /// <summary>Begins a list of elements with a mark between them.</summary>
    public Group Between(string mark) => new(this, mark, Length);

    public void Append(ReadOnlySpan<char> part)
    {
        if (part.Length == 0) return;
        FlushMark();
        Write(part);
    }

    public void Append(char part) => Append([part]);

    public void Append(int number, int digits = 1)
    {
        Span<char> buffer = stackalloc char[11];
        number.TryFormat(buffer, out var length, digits == 2 ? "00" : "0", System.Globalization.CultureInfo.InvariantCulture);
        Append(buffer[..length]);
    }

    /// <summary>A word that is all capitals.</summary>
    public void AppendUpper(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
            if (c == 'ß') Append("SS");
            else Append(char.ToUpperInvariant(c));
    }

    /// <summary>A mark behind what is there, if it doesn't end so already.</summary>
    public void Mark(ReadOnlySpan<char> mark)
    {
        pending = null;
        WriteMark(mark);
    }

    private void FlushMark()
    {
        if (pending is null) return;
        var mark = pending;
        pending = null;
        WriteMark(mark);
    }

    private void WriteMark(ReadOnlySpan<char> mark)
    {
        var last = Length > 0 ? text[Length - 1] : ' ';
        var isTaken = mark[0] switch
        {
            '.' => last is '.' or '?' or '!' or ':' or ';',
            ':' => last is ':' or '?' or '!',
            ',' => last is ',',
            _ => false,
        };
        Write(isTaken ? mark[1..] : mark);
    }

    private void Write(ReadOnlySpan<char> part)
    {
        if (Length + part.Length > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, Length + part.Length));
        part.CopyTo(text.AsSpan(Length));
        Length += part.Length;
    }

    /// <summary>Elements with a mark between them.</summary>
    public readonly struct Group(EntryText text, string mark, int start)
    {
        /// <summary>Another element: the mark comes before it if there is one before it.</summary>
        public EntryText Next()
        {
            if (text.Length > start) text.pending = mark;
            return text;
        }

        /// <summary>What follows stands directly behind the elements; where there are none, it is an element of what is around.</summary>
        public EntryText Behind()
        {
            if (text.Length > start) text.pending = null;
            return text;
        }

        public bool IsEmpty => text.Length == start;
    }
}
