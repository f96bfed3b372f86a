namespace HomeroomGraph.Data.Search;

/// <summary>A place in a text that rows are found by.</summary>
public abstract class SearchToken
{
    public int DistrictId { get; private set; }

    /// <summary>A text begins at each multiple of 1024; from there characters are counted.</summary>
    public long Place { get; private set; }

    /// <summary>0 is the usual reading; the others have one character in another one, or are a name by surname and initials.</summary>
    public short Reading { get; private set; }

    /// <summary>0 for names, titles and numbers, 1 for what stands beside them.</summary>
    public short Weight { get; private set; }

    /// <summary>The characters from here on, with a dot where the text ends.</summary>
    public string? Written { get; private set; }

    /// <summary>Their pinyin without spaces.</summary>
    public string? Spoken { get; private set; }

    /// <summary>The first letters of their syllables.</summary>
    public string? Initials { get; private set; }
}
