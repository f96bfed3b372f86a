using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>
/// Holds papers against one another and against the stored ones (rule R1: no second one of the same DOI, or of the same title and
/// first author, but the online-first and the printed form of an article are one), and finds the teachers among their authors.
/// </summary>
internal sealed class PaperRules(StoredPapers stored, ImportWork work)
{
    private readonly Dictionary<string, Place> placeOfDoi = [];
    private readonly Dictionary<(string, string), Place> placeOfTitle = [];
    private readonly List<Place> places = [];
    private readonly HashSet<long> taken = [];
    private readonly HashSet<string> ids = [];
    private Dictionary<long, PaperEntry> storedForms = [];

    /// <summary>The papers that can be taken.</summary>
    public async Task<List<PaperEntry>> CheckAsync(IEnumerable<PaperEntry> entries)
    {
        foreach (var entry in entries) Add(entry, LinksTeachers(entry));
        var papers = places.Select(place => place.Paper).OfType<PaperEntry>().ToList();
        storedForms = await StoredForms.ReadAsync(work, papers.SelectMany(OtherForms).Select(other => other.Id));
        return [.. papers.Select(Free).OfType<PaperEntry>()];
    }

    /// <summary>Gives the entry its place; who comes second is the other form of the article, or wrong.</summary>
    private void Add(PaperEntry entry, bool isGood)
    {
        var (place, why) = entry.PlainDoi is { } doi && placeOfDoi.TryGetValue(doi, out var sameDoi) ? (sameDoi, PaperReasons.SameDoi)
            : placeOfTitle.TryGetValue((entry.TitleKey, entry.FirstAuthorKey), out var sameTitle) ? (sameTitle, PaperReasons.SameTitle)
            : default;
        if (place is null) places.Add(place = new(entry) { Paper = isGood ? entry : null });
        else if (!place.IsPair && OnlineFirst.IsPair(place.First, entry))
        {
            place.IsPair = true;
            if (isGood) place.Paper = place.Paper is { } first ? OnlineFirst.Combine(first, entry) : entry;
            Warn(entry, PaperReasons.OneArticle, place.First.Line);
        }
        else
        {
            Wrong(entry, why == PaperReasons.SameDoi, PaperReasons.Duplicate, why, place.First.Line);
            return;
        }
        if (entry.PlainDoi is { } own) placeOfDoi[own] = place;
        placeOfTitle[(entry.TitleKey, entry.FirstAuthorKey)] = place;
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
    /// The entry with the stored paper that it is: by DOI or by title and first author; by the file's id only together with one of
    /// these parts, for ids are of one file and another may use them too. A paper that somebody entered here is not overwritten.
    /// </summary>
    private PaperEntry? Free(PaperEntry entry)
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
            return null;
        }
        var isIdFree = entry.SourceId is { } id && (source is null || source.Id == same?.Id) && ids.Add(id);
        if (same is null) return entry with { KeepsSourceId = isIdFree };
        var paper = WithOtherForm(entry.IsUndated ? entry with { PublishedOn = new(same.PublishedOn.Year, 1, 1) } : entry, same);
        return paper with { StoredId = same.Id, KeepsSourceId = isIdFree && paper.SourceId == entry.SourceId };
    }

    /// <summary>The entry together with what is stored of the other form of the article.</summary>
    private PaperEntry WithOtherForm(PaperEntry entry, StoredPaper same)
    {
        if (OnlineFirst.IsBoth(entry) || !storedForms.TryGetValue(same.Id, out var form)) return entry;
        var other = same.IsBothForms && entry.HasNoPlaceInPrint ? OnlineFirst.PrintedOf(form) : form;
        if (!OnlineFirst.IsPair(entry, other)) return same.IsBothForms ? OnlineFirst.Keep(entry, form) : entry;
        Warn(entry, PaperReasons.OneArticleStored, same.Id, same.Title);
        return OnlineFirst.Combine(entry, other);
    }

    /// <summary>The stored papers that may be the other form of the entry's article. A record that got its place in print is not: it has the same id.</summary>
    private IEnumerable<StoredPaper> OtherForms(PaperEntry entry) =>
        from other in new[] { stored.OfDoi(entry.PlainDoi), stored.OfTitle(entry), stored.OfSource(entry.SourceId) }.OfType<StoredPaper>()
        where other.IsImported && (other.IsBothForms
            || (other.HasNoPlaceInPrint != entry.HasNoPlaceInPrint && (entry.SourceId is null || entry.SourceId != other.SourceId)))
        select other;

    private static bool IsAlike(StoredPaper paper, PaperEntry entry) => paper.IsImported
        && (paper.TitleKey == entry.TitleKey || paper.FirstAuthorKey == entry.FirstAuthorKey || (paper.Doi is not null && paper.Doi == entry.PlainDoi));

    private void Wrong(PaperEntry entry, bool isByDoi, Reason reason, Bilingual why, params object?[] details)
    {
        var finding = new Reason(
            reason.Code, Filled(reason.Chinese, why.Chinese, details.Length), Filled(reason.English, why.English, details.Length));
        work.Log.Add(entry.File, entry.Line, Column(entry, isByDoi), isByDoi ? entry.Doi : entry.Title, Severity.Error, finding, details);
    }

    private void Warn(PaperEntry entry, Reason reason, params object?[] details) =>
        work.Log.Add(entry.File, entry.Line, Column(entry, isByDoi: false), entry.Title, Severity.Warning, reason, details);

    private bool Report(PaperEntry entry, string number, Reason reason, params object?[] details)
    {
        work.Log.Add(entry.File, entry.Line, PaperHeadings.StaffNumber.Name, number, Severity.Error, reason, details);
        return false;
    }

    private static string Filled(string text, string why, int place) =>
        text.Replace($"{{{place}}}", why, StringComparison.Ordinal);

    private static string Column(PaperEntry entry, bool isByDoi) =>
        isByDoi ? "DOI" : entry.SourceId is null ? PaperHeadings.Title.Name : "title";

    /// <summary>Where a paper is first in the file.</summary>
    private sealed class Place(PaperEntry first)
    {
        public PaperEntry First => first;

        /// <summary>The other form of the article has come too.</summary>
        public bool IsPair { get; set; }

        /// <summary>What is to be stored; null while no good entry has come.</summary>
        public PaperEntry? Paper { get; set; }
    }
}
