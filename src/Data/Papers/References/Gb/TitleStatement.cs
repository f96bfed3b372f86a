namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The title (题名项: 8.2 of 2015, 7.3 of 2025), with which volume of the work it is, a number (of a report, a patent, a standard in 2015, an
/// archive's file), a map's scale in 2025, and the codes of type and carrier.
/// </summary>
internal static class TitleStatement
{
    private const string EmSpace = "\u2003";

    public static void Write(in Entry e)
    {
        if (e.Style.Is2015) Write2015(e);
        else Write2025(e);
        TypeCode.Write(e);
    }

    private static void Write2015(in Entry e)
    {
        var r = e.Record;
        var title = e.Text.Between(e.Style.Colon);
        title.Next();
        e.Write(r.Title);
        title.Next();
        var numbers = e.Text.Between(EmSpace);
        if (IsOfVolumes(r))
        {
            numbers.Next();
            VolumeStatement.Write(e);
            numbers.Next();
            e.Write(r.VolumeTitle);
        }
        numbers.Next();
        if (r.Type is not ("article" or "article-journal")) e.Write(r.Number);
        numbers.Next();
        if (IsArchival(r)) e.Write(r.ArchiveLocation);
        title.Behind();
    }

    private static void Write2025(in Entry e)
    {
        var r = e.Record;
        var withScale = e.Text.Between(". ");
        withScale.Next();
        var title = e.Text.Between(e.Style.Colon);
        title.Next();
        e.Write(r.Title);
        title.Next();
        if (IsOfVolumes(r))
        {
            var volumes = e.Text.Between(EmSpace);
            volumes.Next();
            VolumeStatement.Write(e);
            volumes.Next();
            e.Write(r.VolumeTitle);
        }
        title.Next();
        if (r.Type is not ("article" or "article-journal" or "standard")) e.Write(NumberOf2025(r));
        withScale.Next();
        if (r.Type == "map") e.Write(r.Scale);
        withScale.Behind();
    }

    /// <summary>The volume belongs to this title and not to that of a book it is a part of.</summary>
    private static bool IsOfVolumes(Reference r) =>
        r.ContainerTitle is null && r.Type is not ("chapter" or "entry-dictionary" or "entry-encyclopedia" or "paper-conference");

    private static bool IsArchival(Reference r) => r.Type is "collection" or "manuscript" or "personal_communication";

    /// <summary>Of a patent the number that it was applied for with.</summary>
    private static string? NumberOf2025(Reference r) =>
        r.Type == "patent" && r.CallNumber is not null ? r.CallNumber
        : r.Number is not null ? r.Number
        : IsArchival(r) || r.Archive is not null ? r.ArchiveLocation : null;
}
