namespace HomeroomGraph.Data.Papers.References;

/// <summary>The elements of a reference in the order of GB/T 7714—2015, clause 4, for each kind of document.</summary>
internal static class Layout2015
{
    public static void Write(in Entry e)
    {
        var elements = e.Text.Between(". ");
        elements.Next();
        switch (e.Record.Type)
        {
            case "periodical": // 4.3
                TitleStatement.Write(e);
                elements.Next();
                WriteYearVolumeIssue(e);
                elements.Next();
                Imprint.Write(e);
                return;
            case "article-journal" or "article-magazine" or "article-newspaper": // 4.4
                TitleStatement.Write(e);
                elements.Next();
                SerialSource.Write(e);
                return;
            case "patent": // 4.5
            case "dataset" or "post" or "post-weblog" or "software" or "webpage": // 4.6
                TitleStatement.Write(e);
                elements.Next();
                Imprint.Write(e);
                return;
            case "chapter" or "entry-dictionary" or "entry-encyclopedia" or "paper-conference":
            case var _ when e.Record.ContainerTitle is not null: // 4.2
                WritePartOfBook(e);
                break;
            default: // 4.1
                TitleStatement.Write(e);
                elements.Next();
                Responsibility.WriteTranslators(e);
                break;
        }
        elements.Next();
        EditionStatement.Write(e);
        elements.Next();
        Imprint.Write(e);
    }

    /// <summary>题名[M]. 译者//专著责任者. 专著题名.</summary>
    private static void WritePartOfBook(in Entry e)
    {
        var partAndBook = e.Text.Between("//");
        partAndBook.Next();
        var part = e.Text.Between(". ");
        part.Next();
        TitleStatement.Write(e);
        part.Next();
        Responsibility.WriteTranslators(e);
        partAndBook.Next();
        var book = e.Text.Between(". ");
        book.Next();
        Responsibility.WriteOfContainer(e);
        book.Next();
        WriteBookTitle(e);
    }

    /// <summary>The book's title with its volume; a conference without proceedings stands for them.</summary>
    private static void WriteBookTitle(in Entry e)
    {
        if (e.Record.ContainerTitle is null)
        {
            if (e.Record.Type == "paper-conference") e.Write(e.Record.EventTitle);
            return;
        }
        var book = e.Text.Between(e.Style.Colon);
        book.Next();
        e.Write(e.Record.ContainerTitle);
        book.Next();
        VolumeStatement.Write(e);
    }

    private static void WriteYearVolumeIssue(in Entry e)
    {
        var volume = e.Text.Between(e.Style.Comma);
        volume.Next();
        DateStatement.WriteYearOfIssue(e);
        volume.Next();
        e.Write(e.Record.Volume);
        if (e.Record.Issue is not { Length: > 0 } issue) return;
        volume.Behind().Append(e.Style.Open);
        e.Write(issue);
        e.Text.Append(e.Style.Close);
    }
}
