namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The imprint (出版项: 8.4 of 2015, 7.5 of 2025): 出版地: 出版者, 出版年: 页码, and in 2015 when it was looked at. What has only an electronic form has the day
/// it was made or changed instead; a patent the day it was announced; an archive's document the archive.
/// </summary>
internal static class Imprint
{
    public static void Write(in Entry e)
    {
        if (e.Style.Is2015) Write2015(e);
        else Write2025(e);
    }

    private static void Write2015(in Entry e)
    {
        var imprint = e.Text.Between("");
        WriteUntilAccess2015(e);
        imprint.Behind();
        if (e.IsOnline) DateStatement.WriteAccess(e);
    }

    private static void WriteUntilAccess2015(in Entry e)
    {
        var r = e.Record;
        if (r.Type == "patent")
        {
            if (r.Issued is { } announced) DateStatement.WriteDay(e, announced);
        }
        else if (r.Type is "book" or "chapter" or "paper-conference" or "periodical" or "thesis"
            || r.Archive is not null || r.ArchivePlace is not null || r.Publisher is not null || r.PublisherPlace is not null || r.Page is not null)
        {
            if (r.Publisher is not null || r.PublisherPlace is not null) WriteWithPages(e, r.PublisherPlace, r.Publisher);
            else WriteWithPages(e, r.ArchivePlace, r.Archive);
        }
        else if (e.IsOnline)
        {
            if (r.Issued is { From.Day: > 0 } changed) DateStatement.WriteInParentheses(e, changed);
            else if (!e.Style.IsAuthorDate && r.Issued is not null) DateStatement.WriteYearOfIssue(e);
        }
        else if (!e.Style.IsAuthorDate)
        {
            DateStatement.WriteYearOfIssue(e);
        }
    }

    private static void Write2025(in Entry e)
    {
        var r = e.Record;
        if (r.Type is "article" or "dataset")
        {
            e.Write(r.Publisher);
        }
        else if (r.Type is "book" or "chapter" or "classic" or "entry-dictionary" or "entry-encyclopedia" or "map" or "paper-conference" or "periodical"
            or "thesis" || r.Publisher is not null || (r.Type is not ("patent" or "report") && IsOfAWebsiteOnPaper(r)))
        {
            WriteWithPages(e, r.PublisherPlace, r.Publisher);
        }
        else if (r.Type is "patent" or "report")
        {
            var pages = e.Text.Between(e.Style.Colon);
            pages.Next();
            WriteDate2025(e);
            pages.Next();
            Pages.Write(e, r.Page);
        }
        else if (r.Type is "collection" or "manuscript" or "personal_communication" || r.Archive is not null)
        {
            var date = e.Text.Between(e.Style.Comma);
            date.Next();
            WritePlaced(e, r.ArchivePlace, r.Archive);
            date.Next();
            WriteDate2025(e);
        }
        else if (r.Cstr is null && !e.IsOnline)
        {
            WriteWithPages(e, r.PublisherPlace, r.Publisher);
        }
    }

    private static bool IsOfAWebsiteOnPaper(Reference r) =>
        r.Type is "post" or "post-weblog" or "webpage" && r is { Cstr: null, Doi: null, Url: null, Archive: null };

    private static void WriteWithPages(in Entry e, string? place, string? publisher)
    {
        var pages = e.Text.Between(e.Style.Colon);
        pages.Next();
        var date = e.Text.Between(e.Style.Comma);
        date.Next();
        WritePlaced(e, place, publisher);
        date.Next();
        if (!e.Style.IsAuthorDate) WriteYear(e);
        pages.Next();
        Pages.Write(e, e.Record.Page);
    }

    private static void WriteYear(in Entry e)
    {
        if (e.Style.Is2015) DateStatement.WriteYearOfIssue(e);
        else WriteDate2025(e);
    }

    private static void WritePlaced(in Entry e, string? place, string? who)
    {
        var placed = e.Text.Between(e.Style.Colon);
        placed.Next();
        e.Write(place);
        placed.Next();
        e.Write(who);
    }

    /// <summary>The year; the day where the day is what tells it: of a newspaper, a patent, an archive's document, a report that nobody published.</summary>
    public static void WriteDate2025(in Entry e)
    {
        var r = e.Record;
        var isDay = !(r.Type == "report" && r.Publisher is not null)
            && (r.Type is "article-newspaper" or "collection" or "patent" or "manuscript" or "personal_communication" or "report" || r.Archive is not null);
        if (r.Issued is { } issued)
        {
            if (isDay) DateStatement.WriteDay(e, issued);
            else if (!e.Style.IsAuthorDate) DateStatement.WriteYear(e, issued);
        }
        else if (!e.Style.IsAuthorDate)
        {
            DateStatement.WriteYearOfIssue(e);
        }
    }
}
