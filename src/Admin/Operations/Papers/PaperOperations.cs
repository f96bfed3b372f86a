using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Papers;

/// <summary>schema/operations/Papers: what the pages of papers ask and do: rules R1 to R4.</summary>
public static class PaperOperations
{
    public static Operation<PaperListVariables, PaperListData> List { get; } = new("Papers/PaperList");

    /// <summary>The list's rows as a file, of the API's exports and not a page's question.</summary>
    public static Operation<PaperListVariables, PaperListData> Export { get; } = new("Papers/PaperExport");

    public static Operation<PaperVariables, PaperDetailsData> Details { get; } = new("Papers/PaperDetails");
    public static Operation<PaperFormVariables, PaperFormData> Form { get; } = new("Papers/PaperForm");
    public static Operation<MissingPapersVariables, MissingPapersData> Missing { get; } = new("Papers/MissingPapers");
    public static Operation<PaperCollectionVariables, PaperCollectionData> Collection { get; } = new("Papers/PaperCollection");
    public static Operation<InputVariables<PaperInput>, DoneData<PaperDone>> Record { get; } = new("Papers/RecordPaper");
    public static Operation<InputVariables<PaperInput>, DoneData<PaperDone>> Change { get; } = new("Papers/ChangePaper");
    public static Operation<InputVariables<PaperInput>, DoneData<PaperDone>> Remove { get; } = new("Papers/RemovePaper");
}

/// <summary>论文、案例、经验文章、反思.</summary>
public enum PaperKind { Paper, Case, ExperienceArticle, Reflection }

public enum DatePrecision { Year, Month, Day }

public sealed record PaperListVariables(
    int? First, string? After, int? Last, string? Before, PaperFilterInput? Where, IReadOnlyList<PaperSortInput>? Order, string? Search);

public sealed record PaperFilterInput
{
    public EqualsInput<PaperKind>? Kind { get; init; }
    public SemesterFilterInput? Semester { get; init; }
    public EqualsInput<string>? SchoolId { private get; init; }
    public SchoolIdFilterInput? School => SchoolId is { } id ? new(id) : null;
    public AnyInput? Awards { get; init; }
}

/// <summary>A semester by its first day, which districts share; else the current one.</summary>
public sealed record SemesterFilterInput(EqualsInput<DateOnly>? StartsOn = null, EqualsInput<bool>? IsCurrent = null);

public sealed record SchoolIdFilterInput(EqualsInput<string> Id);

/// <summary>There is one at all, or there is none.</summary>
public sealed record AnyInput(bool Any);

public sealed record PaperSortInput
{
    public SortDirection? PublishedOn { get; init; }
    public SortDirection? Title { get; init; }
    public SortDirection? FirstAuthor { get; init; }
}

public sealed record PaperListData(
    RolesOfViewer? Viewer, Connection<PaperRow> Papers, Connection<SemesterOption> Semesters, Connection<NamedRow> Schools) : FramedData;

public sealed record PaperRow(
    string Id, string Title, PaperKind Kind, string? Venue, string? Volume, string? Issue, DateOnly PublishedOn, DatePrecision PublishedPrecision, NameOnly? School,
    Connection<ListedAuthor> Authors, Counted Awards);

public sealed record ListedAuthor(string Name, RowId? Teacher = null);

public sealed record Counted(int TotalCount);

public sealed record SemesterOption(string Name, DateOnly StartsOn, bool IsCurrent, NameOnly? SchoolYear);

public sealed record PaperVariables(string Id);

public sealed record PaperDetailsData(PaperViewer? Viewer, PaperDetails? Paper) : FramedData;

public sealed record PaperViewer(IReadOnlyList<PaperRole> Roles);

public sealed record PaperRole(string Role, RowId? Teacher, RowId? School);

public sealed record PaperDetails(
    string Id, int Version, string Title, PaperKind Kind, string Language, string? Venue, string? Issn, string? Cn, string? Volume, string? Issue, string? Pages, string? Doi,
    DateOnly PublishedOn, DatePrecision PublishedPrecision, string? Abstract, NamedRow? School, SemesterName? Semester, TitledRow? Project, PaperFile? Document,
    Connection<AuthorRow> Authors, Connection<KeywordRow> Keywords, Connection<PaperAward> Awards,
    string Gb2015Numeric, string Gb2015AuthorDate, string Gb2025Numeric, string Gb2025AuthorDate, string CslJson, string BibTex)
{
    /// <summary>The viewer is an author, or the research office of its school.</summary>
    public bool IsChangedBy(PaperViewer? viewer) => viewer?.Roles.Any(role =>
        (role.Role == RoleCodes.ResearchOffice && role.School?.Id == School?.Id)
        || (role.Teacher is { } self && Authors.Nodes.Any(author => author.Teacher?.Id == self.Id))) == true;
}

public sealed record SemesterName(string Name, NameOnly? SchoolYear);

public sealed record TitledRow(string Id, string Title);

public sealed record PaperFile(string Id, string FileName);

public sealed record AuthorRow(string Id, string Name, string? Affiliation, bool IsCorresponding, string? ExternalId, RowId? Teacher);

public sealed record KeywordRow(string Keyword);

public sealed record PaperAward(string Id, string Title, string Level, string Grade, DateOnly GrantedOn, string Issuer, DateOnly? RevokedOn);

/// <summary>The form of a new paper, or of one that is there; with what a pasted reference was read as.</summary>
public sealed record PaperFormVariables(string Id, bool Edit, string Text, bool Paste);

public sealed record PaperFormData(FormViewer? Viewer, Connection<TitledRow> ResearchProjects, EditedPaper? Paper = null, ReferenceReading? Reading = null) : FramedData;

public sealed record FormViewer(IReadOnlyList<FormRole> Roles);

public sealed record FormRole(string Role, NamedRow? Teacher, StaffedSchool? School);

public sealed record StaffedSchool(string Id, string Name, Connection<NamedRow> Teachers);

public sealed record EditedPaper(
    string Id, int Version, string Title, PaperKind Kind, string Language, string? Venue, string? Issn, string? Cn, string? Volume, string? Issue, string? Pages, string? Doi,
    DateOnly PublishedOn, DatePrecision PublishedPrecision, string? Abstract, string CslType, StaffedSchool? School, TitledRow? Project, Connection<EditedAuthor> Authors, Connection<KeywordRow> Keywords);

public sealed record EditedAuthor(string Name, string? Affiliation, bool IsCorresponding, string? ExternalId, NamedRow? Teacher);

public sealed record ReferenceReading(string Form, bool IsRecorded, TitledRow? RecordedPaper, IReadOnlyList<ReferenceFinding> Findings, ReferenceDraft? Draft);

public sealed record ReferenceFinding(string Code, string? Field, string Message);

public sealed record ReferenceDraft(
    string? Title, PaperKind Kind, string Language, string? Venue, string? Issn, string? Cn, string? Volume, string? Issue, string? Pages, string? Doi, DateOnly? PublishedOn,
    DatePrecision PublishedPrecision, IReadOnlyList<string> Keywords, string? Abstract, string CslType, string? Extra, IReadOnlyList<DraftAuthor> Authors);

public sealed record DraftAuthor(string Name, string? Affiliation, string? ExternalId);

/// <summary>The input of a mutation, by the contract's names; what is not in it is left as it is.</summary>
public sealed class PaperInput : Dictionary<string, object?>;

public sealed record PaperDone(PaperVersion? Paper, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record PaperVersion(string Id, int Version);

public sealed record MissingPapersVariables(SchoolIdFilterInput? School, DateOnly? On, int? First, string? After, int? Last, string? Before);

public sealed record MissingPapersData(Connection<SchoolOwing> Missing, Connection<SemesterOption> Semesters, Connection<NamedRow> Schools) : FramedData;

public sealed record SchoolOwing(string Id, string Name, Connection<OwingTeacher> HomeroomTeachersWithoutPapers);

public sealed record OwingTeacher(string Id, string Name, int SemesterPaperCount);

public sealed record PaperCollectionVariables(PaperFilterInput Where);

public sealed record PaperCollectionData(Connection<CollectedPaper> Papers, Connection<SemesterOption> Semesters, Connection<NamedRow> Schools) : FramedData;

public sealed record CollectedPaper(
    string Id, string Title, string? Abstract, string Reference, NameOnly? School, PaperFile? Document, Connection<CollectedAuthor> Authors, Connection<KeywordRow> Keywords, Connection<AwardTitle> Awards);

public sealed record CollectedAuthor(string Name, string? Affiliation);

public sealed record AwardTitle(string Title);
