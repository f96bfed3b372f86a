using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>
/// Holds papers against one another and against the stored ones (rule R1: no second one of the same DOI, or of the same title and
/// first author), and finds the teachers among their authors.
/// </summary>
internal sealed class PaperRules(StoredPapers stored, ImportWork work)
{
    private readonly Dictionary<string, PaperEntry> firstOfDoi = [];
    private readonly Dictionary<(string, string), PaperEntry> firstOfTitle = [];
    private readonly HashSet<long> taken = [];
    private readonly HashSet<string> ids = [];

    /// <summary>The entries that can be taken.</summary>
    public List<PaperEntry> Check(IEnumerable<PaperEntry> entries) =>
        [.. entries.Where(entry => IsFirst(entry) & LinksTeachers(entry) && IsFree(entry))];

    private bool IsFirst(PaperEntry entry)
    {
        var (other, why) = entry.PlainDoi is { } doi && firstOfDoi.TryGetValue(doi, out var sameDoi) ? (sameDoi, PaperReasons.SameDoi)
            : firstOfTitle.TryGetValue((entry.TitleKey, entry.FirstAuthorKey), out var sameTitle) ? (sameTitle, PaperReasons.SameTitle)
            : default;
        if (other is not null)
        {
            Wrong(entry, why == PaperReasons.SameDoi, PaperReasons.Duplicate, why, other.Line);
            return false;
        }
        if (entry.PlainDoi is { } own) firstOfDoi[own] = entry;
        firstOfTitle[(entry.TitleKey, entry.FirstAuthorKey)] = entry;
        return true;
    }

    private bool LinksTeachers(PaperEntry entry)
    {
        var isGood = true;
        foreach (var author in entry.Authors.Where(a => a.StaffNumber is not null))
        {
            if (stored.Teacher(author.StaffNumber!) is not var (id, name))
                isGood = Report(entry, author.StaffNumber!, PaperReasons.NoSuchTeacher);
            else if (entry.Authors.FirstOrDefault(a => SheetText.ForComparing(a.Name) == SheetText.ForComparing(name)) is not { } named)
                isGood = Report(entry, author.StaffNumber!, PaperReasons.NotTheAuthor, name);
            else named.TeacherId = id;
        }
        return isGood;
    }

    /// <summary>
    /// Finds the stored paper that the entry is: by DOI or by title and first author; by the file's id only together with one of
    /// these parts, for ids are of one file and another may use them too. A paper that somebody entered here is not overwritten.
    /// </summary>
    private bool IsFree(PaperEntry entry)
    {
        var (doi, title, source) = (stored.OfDoi(entry.PlainDoi), stored.OfTitle(entry), stored.OfSource(entry.SourceId));
        var same = source is not null && IsAlike(source, entry) ? source : doi ?? title;
        var other = same is { IsImported: false } ? same
            : doi is not null && doi.Id != same?.Id ? doi
            : title is not null && title.Id != same?.Id ? title
            : same is not null && !taken.Add(same.Id) ? same : null;
        if (other is not null)
        {
            var why = other == doi ? PaperReasons.SameDoi : PaperReasons.SameTitle;
            Wrong(entry, other == doi, PaperReasons.Held, why, other.Id, other.Title);
            return false;
        }
        entry.StoredId = same?.Id;
        entry.KeepsSourceId = entry.SourceId is { } id && (source is null || source.Id == same?.Id) && ids.Add(id);
        return true;
    }

    private static bool IsAlike(StoredPaper paper, PaperEntry entry) => paper.IsImported
        && (paper.TitleKey == entry.TitleKey || paper.FirstAuthorKey == entry.FirstAuthorKey || (paper.Doi is not null && paper.Doi == entry.PlainDoi));

    private void Wrong(PaperEntry entry, bool isByDoi, Reason reason, Bilingual why, params object?[] details)
    {
        var finding = new Reason(
            reason.Code, Filled(reason.Chinese, why.Chinese, details.Length), Filled(reason.English, why.English, details.Length));
        work.Log.Add(entry.File, entry.Line, Column(entry, isByDoi), isByDoi ? entry.Doi : entry.Title, Severity.Error, finding, details);
    }

    private bool Report(PaperEntry entry, string number, Reason reason, params object?[] details)
    {
        work.Log.Add(entry.File, entry.Line, PaperHeadings.StaffNumber.Name, number, Severity.Error, reason, details);
        return false;
    }

    private static string Filled(string text, string why, int place) =>
        text.Replace($"{{{place}}}", why, StringComparison.Ordinal);

    private static string Column(PaperEntry entry, bool isByDoi) =>
        isByDoi ? "DOI" : entry.SourceId is null ? PaperHeadings.Title.Name : "title";
}
