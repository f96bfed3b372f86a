namespace HomeroomGraph.Data.Papers.References;

/// <summary>The elements of a reference in the order of GB/T 7714—2025, clause 8, for each kind of document.</summary>
internal static class Layout2025
{
    public static void Write(in Entry e)
    {
        var r = e.Record;
        // Whatever was published is as a book is, if it is of no other kind.
        var isAsBook = r.Publisher is not null || r.Type is "book" or "classic" or "map" or "patent" or "report";
        var elements = e.Text.Between(". ");
        elements.Next();
        switch (r.Type)
        {
            case "article-journal" or "article-magazine" or "article-newspaper": // 8.5
                TitleStatement.Write(e);
                elements.Next();
                Responsibility.WriteTranslators(e);
                elements.Next();
                SerialSource.Write(e);
                return;
            case "post" or "post-weblog" or "webpage": // 8.11
                TitleStatement.Write(e);
                elements.Next();
                WriteDates(e);
                return;
            case "chapter" or "entry-dictionary" or "entry-encyclopedia":
            case var _ when r.ContainerTitle is not null: // 8.3
                WritePartOfBook(e);
                elements.Next();
                EditionStatement.Write(e);
                break;
            case "periodical": // 8.4
                TitleStatement.Write(e);
                elements.Next();
                e.Write(r.Volume);
                break;
            case "paper-conference": // 8.6
                WriteConferencePaper(e);
                return;
            case "standard": // 8.9
                WriteStandard(e);
                return;
            case "article" or "dataset": // 8.14, 8.15
                TitleStatement.Write(e);
                elements.Next();
                EditionStatement.WriteVersion(e);
                elements.Next();
                Imprint.Write(e);
                WriteDates(e);
                return;
            case "collection" or "manuscript" or "personal_communication" when !isAsBook:
            case var _ when r.Archive is not null && !isAsBook: // 8.12
                TitleStatement.Write(e);
                break;
            case var _ when (e.IsOnline || r.Cstr is not null) && !isAsBook:
                TitleStatement.Write(e);
                elements.Next();
                EditionStatement.WriteVersion(e);
                elements.Next();
                WriteDates(e);
                return;
            default: // 8.2
                TitleStatement.Write(e);
                elements.Next();
                Responsibility.WriteTranslators(e);
                elements.Next();
                EditionStatement.Write(e);
                break;
        }
        elements.Next();
        Imprint.Write(e);
        elements.Next();
        if (r is { Type: "map", ContainerTitle: null }) e.Write(r.Dimensions);
    }

    /// <summary>题名[M]. 译者//图书责任者. 图书题名：卷次.</summary>
    private static void WritePartOfBook(in Entry e)
    {
        var partAndBook = e.Text.Between("//");
        partAndBook.Next();
        var part = e.Text.Between(". ");
        part.Next();
        TitleStatement.Write(e);
        part.Next();
        Responsibility.WriteTranslators(e);
        if (e.Record.ContainerTitle is null) return;
        partAndBook.Next();
        var book = e.Text.Between(". ");
        book.Next();
        Responsibility.WriteOfContainer(e);
        book.Next();
        var title = e.Text.Between(e.Style.Colon);
        title.Next();
        e.Write(e.Record.ContainerTitle);
        title.Next();
        VolumeStatement.Write(e);
    }

    private static void WriteConferencePaper(in Entry e)
    {
        var paperAndConference = e.Text.Between("//");
        paperAndConference.Next();
        TitleStatement.Write(e);
        paperAndConference.Next();
        var pages = e.Text.Between(e.Style.Colon);
        pages.Next();
        var date = e.Text.Between(e.Style.Comma);
        date.Next();
        e.Write(e.Record.EventTitle);
        date.Next();
        if (!e.Style.IsAuthorDate) Imprint.WriteDate2025(e);
        pages.Next();
        Pages.Write(e, e.Record.Page);
    }

    /// <summary>The number goes before the title, and nobody is responsible.</summary>
    private static void WriteStandard(in Entry e)
    {
        var numberAndTitle = e.Text.Between("\u2003");
        numberAndTitle.Next();
        e.Write(e.Record.Number);
        numberAndTitle.Next();
        TitleStatement.Write(e);
    }

    /// <summary>（made or changed）[looked at].</summary>
    private static void WriteDates(in Entry e)
    {
        if (e.Record.Issued is { } issued) DateStatement.WriteInParentheses(e, issued);
        DateStatement.WriteAccess(e);
    }
}
