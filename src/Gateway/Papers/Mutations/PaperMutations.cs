using HomeroomGraph.Data;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Papers.Mutations;

/// <summary>Papers are recorded, changed and removed (rules R1, R3).</summary>
internal static class PaperMutations
{
    private static readonly NonNullType Id = new(BuiltInScalars.Id), Text = new(BuiltInScalars.String);

    private const string Who = " Who: a teacher who is among its authors, or the research office of its school.";

    public static void Declare(MutationDeclarations mutations)
    {
        var author = new NonNullType(new ListType(new NonNullType(Author())));
        var kind = mutations.Schema.EnumTypeOf<PaperKind>();
        mutations.Add("recordPaper", "Records a paper (登记论文)." + Who + " Of duplicates one is taken: same DOI, or same title and first author. Rule R1.")
            .Takes("schoolId", Id, "The school of record.")
            .Takes("title", Text, "The title, at most 500 characters.")
            .Takes("kind", new NonNullType(kind), "What kind of writing it is.")
            .Takes("publishedOn", new NonNullType(DateScalar.Instance), "The date; where only the month or year is known, any day of it.")
            .Takes("authors", author, "The authors in order.")
            .TakesFields(mutations).TakesIdempotencyKey().GivesPaper()
            .RunsUseCase<RecordPaper, PaperWritten>((record, call) => record.RunAsync(call.Caller, call.Record("schoolId", "School"), FieldsOf(call), call.Terms, call.Cancellation));
        mutations.Add("changePaper", "Changes a paper: a field that is left out stays as it is, null clears it." + Who + " Who is an author stays one; a paper that an award or a nomination names is changed by the office. Rules R1, R3.")
            .TakesPaper()
            .Takes("title", BuiltInScalars.String, "The title.")
            .Takes("kind", kind, "What kind of writing it is.")
            .Takes("publishedOn", DateScalar.Instance, "The date.")
            .Takes("authors", author.Inner, "All authors in order.")
            .TakesFields(mutations).TakesVersion().TakesIdempotencyKey().GivesPaper()
            .RunsUseCase<ChangePaper, PaperWritten>((change, call) => change.RunAsync(call.Caller, call.Record("paperId", "Paper"), FieldsOf(call), call.Terms, call.Cancellation));
        mutations.Add("removePaper", "Removes a paper that was recorded by mistake; the audit log keeps what it was." + Who + " One that an award or a nomination names stays. Rules R1, R3, V3.")
            .TakesPaper().TakesVersion().TakesIdempotencyKey().GivesPaper()
            .RunsUseCase<RemovePaper, PaperWritten>((remove, call) => remove.RunAsync(call.Caller, call.Record("paperId", "Paper"), call.Terms, call.Cancellation));
    }

    private static InputObjectType Author()
    {
        var author = new InputObjectType("PaperAuthorInput") { Description = "An author: a teacher of the district, or an outsider by name. Rule R1." };
        author.Add(new InputValueDefinition("name", BuiltInScalars.String) { Description = "The name as printed; the teacher's name where it is left out." });
        author.Add(new InputValueDefinition("teacherId", BuiltInScalars.Id) { Description = "The teacher of the district who it is; left out for an outsider." });
        author.Add(new InputValueDefinition("affiliation", BuiltInScalars.String) { Description = "The institution as printed (单位)." });
        author.Add(new InputValueDefinition("isCorresponding", BuiltInScalars.Boolean) { Description = "Whether the corresponding author (通讯作者)." });
        author.Add(new InputValueDefinition("externalId", BuiltInScalars.String) { Description = "Under which scheme and name the person is known elsewhere, such as orcid:0000-0002-1825-0097." });
        return author;
    }

    private static MutationDeclaration TakesPaper(this MutationDeclaration mutation) => mutation.Takes("paperId", Id, "The paper.");

    private static MutationDeclaration TakesVersion(this MutationDeclaration mutation) => mutation.Takes(
        TermsFields.ExpectedVersion, BuiltInScalars.Int, "Paper.version as the caller has read it; with another version nothing is done. Any version where it is left out.");

    private static MutationDeclaration TakesFields(this MutationDeclaration mutation, MutationDeclarations mutations) => mutation
        .Takes("publishedPrecision", mutations.Schema.EnumTypeOf<DatePrecision>(), "How exactly the date is known; the day where nothing is said of a new paper.")
        .Takes("language", BuiltInScalars.String, "The language, as a tag: zh-CN, en.")
        .Takes("venue", BuiltInScalars.String, "The journal, book or occasion it appeared in (发表刊物).")
        .Takes("issn", BuiltInScalars.String, "The ISSN.")
        .Takes("cn", BuiltInScalars.String, "The number of a Chinese serial (国内统一连续出版物号).")
        .Takes("volume", BuiltInScalars.String, "The volume (卷).")
        .Takes("issue", BuiltInScalars.String, "The issue (期).")
        .Takes("pages", BuiltInScalars.String, "The pages.")
        .Takes("doi", BuiltInScalars.String, "The DOI, however it is written.")
        .Takes("keywords", new ListType(Text), "All keywords in order.")
        .Takes("abstract", BuiltInScalars.String, "The abstract (摘要).")
        .Takes("projectId", BuiltInScalars.Id, "The research project it came from: one of an author, or for the office one of its school.")
        .Takes("documentId", BuiltInScalars.Id, "The file: a document that the caller uploaded for the school. Rule V2.")
        .Takes("cslType", BuiltInScalars.String, "The type as CSL-JSON names it; article-journal where nothing is said of a new paper.")
        .Takes("extra", BuiltInScalars.String, "What a CSL-JSON record has more, as the text of a JSON object: ReferenceDraft.extra. Rule R4.");

    private static MutationDeclaration GivesPaper(this MutationDeclaration mutation) => mutation
        .GivesRow<PaperWritten>("paper", typeof(Paper), "The paper as it is now; null with errors, or where it is no more.", written => new RowKey(written.DistrictId, written.PaperId))
        .FailsWith(
            nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError), nameof(RuleBrokenError), nameof(DuplicatePaperError), nameof(VersionConflictError),
            nameof(IdempotencyKeyReusedError));

    private static PaperFields FieldsOf(MutationCall call) => new()
    {
        Title = call.OptionalText("title"),
        Kind = call.OptionalChoice<PaperKind>("kind"),
        Language = call.OptionalText("language"),
        Venue = GivenText(call, "venue"),
        Issn = GivenText(call, "issn"),
        Cn = GivenText(call, "cn"),
        Volume = GivenText(call, "volume"),
        Issue = GivenText(call, "issue"),
        Pages = GivenText(call, "pages"),
        Doi = GivenText(call, "doi"),
        PublishedOn = call.Day("publishedOn"),
        Precision = call.OptionalChoice<DatePrecision>("publishedPrecision"),
        Abstract = GivenText(call, "abstract"),
        Keywords = call.Has("keywords") ? call.Texts("keywords") : null,
        Authors = call.Items("authors")?.Select(AuthorOf).ToList(),
        Project = call.GivenOf("projectId", () => call.OptionalRecord("projectId", "ResearchProject")),
        Document = call.GivenOf("documentId", () => call.OptionalRecord("documentId", "Document")),
        CslType = call.OptionalText("cslType"),
        Extra = GivenText(call, "extra"),
    };

    private static Given<string?>? GivenText(MutationCall call, string field) => call.GivenOf(field, () => call.OptionalText(field));

    private static PaperAuthorFields AuthorOf(MutationInput author) => new(
        author.OptionalText("name"), author.OptionalRecord("teacherId", "Teacher"), author.OptionalText("affiliation"), author.Flag("isCorresponding") ?? false, author.OptionalText("externalId"));
}
