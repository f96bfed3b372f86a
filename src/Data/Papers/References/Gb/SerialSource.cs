namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Where in a journal or newspaper it stands (出处项: 8.8.2 of 2015, 8.5 of 2025): 刊名, 年, 卷(期): 页码; 报名, 日期(版次). In the author-date system the year
/// stands with the author already.
/// </summary>
internal static class SerialSource
{
    public static void Write(in Entry e)
    {
        var source = e.Text.Between("");
        if (e.Record.Type == "article-newspaper") WriteNewspaper(e);
        else WriteJournal(e);
        source.Behind();
        if (e.Style.Is2015 && e.IsOnline) DateStatement.WriteAccess(e);
    }

    private static void WriteNewspaper(in Entry e)
    {
        var source = e.Text.Between(e.Style.Comma);
        source.Next();
        WriteName(e);
        source.Next();
        if (e.Record.Issued is { } issued) DateStatement.WriteDay(e, issued);
        else if (e.Style is { Is2015: false, IsAuthorDate: false }) DateStatement.WriteYearOfIssue(e);
        if (e.Record.Page is not { Length: > 0 } page) return;
        source.Behind().Append(e.Style.Open);
        Pages.Write(e, page);
        e.Text.Append(e.Style.Close);
    }

    private static void WriteJournal(in Entry e)
    {
        var r = e.Record;
        var withPages = e.Text.Between(e.Style.Colon);
        withPages.Next();
        var source = e.Text.Between(e.Style.Comma);
        source.Next();
        WriteName(e);
        source.Next();
        WriteDate(e);
        source.Next();
        e.Write(r.Volume);
        if (r.Issue is { Length: > 0 } issue)
        {
            source.Behind().Append(e.Style.Open);
            e.Write(issue);
            e.Text.Append(e.Style.Close);
        }
        withPages.Next();
        Pages.Write(e, r.Page ?? r.Number);
    }

    private static void WriteDate(in Entry e)
    {
        var r = e.Record;
        if (e.Style.Is2015)
        {
            if (!e.Style.IsAuthorDate) DateStatement.WriteYearOfIssue(e);
        }
        else if (r.Volume is null && r.Issue is null)
        {
            // It is online only so far (网络首发): the day is all that tells where it stands.
            if ((r.Available ?? r.Issued) is { } online) DateStatement.WriteDay(e, online);
        }
        else if (!e.Style.IsAuthorDate && r.Issued is { } issued)
        {
            DateStatement.WriteYear(e, issued);
        }
    }

    /// <summary>The name of the serial; in 2025 abbreviated words are without their stops.</summary>
    private static void WriteName(in Entry e)
    {
        if (e.Style.Is2015 || e.Record.ContainerTitle?.Contains('.') != true) e.Write(e.Record.ContainerTitle);
        else e.Write(e.Record.ContainerTitle.Replace(".", "", StringComparison.Ordinal));
    }
}
