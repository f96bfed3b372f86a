namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// What kind of document it is and on what carrier (文献类型标识, 载体标识: annex B): [J], [EB/OL]. A preprint is [PP] in 2025; 2015 has no code
/// for it, and it is an electronic announcement.
/// </summary>
internal static class TypeCode
{
    public static void Write(in Entry e)
    {
        e.Text.Append('[');
        e.Text.Append(Of(e.Record, e.Style.Edition));
        if (e.Record.Medium is { Length: > 0 } medium)
        {
            e.Text.Append('/');
            e.Write(medium);
        }
        else if (e.IsOnline)
        {
            e.Text.Append("/OL");
        }
        e.Text.Append(']');
    }

    public static string Of(Reference record, GbEdition edition) => record.Type switch
    {
        "article" => edition == GbEdition.Of2015 ? "EB" : "PP",
        "article-journal" or "article-magazine" or "periodical" => "J",
        "article-newspaper" => "N",
        "book" or "chapter" or "classic" or "entry-dictionary" or "entry-encyclopedia" => "M",
        "dataset" => "DS",
        "map" => "CM",
        "paper-conference" => "C",
        "patent" => "P",
        "post" or "post-weblog" or "webpage" => "EB",
        "report" => "R",
        "software" => "CP",
        "standard" => "S",
        "thesis" => "D",
        _ => edition == GbEdition.Of2015 ? OtherOf2015(record) : OtherOf2025(record),
    };

    private static string OtherOf2015(Reference record) => record.Type is "bill" or "collection" or "hearing" or "legal_case" or "legislation"
        or "personal_communication" or "regulation" or "treaty" ? "A" : "Z";

    private static string OtherOf2025(Reference record) =>
        record.Type is "collection" or "manuscript" or "personal_communication" || record.Archive is not null ? "A"
        : record.Cstr is not null || record.Doi is not null || record.Url is not null ? "EB" : "Z";
}
