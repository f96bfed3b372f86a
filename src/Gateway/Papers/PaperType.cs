using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Search;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Papers;

internal sealed class PaperType() : TableType<Paper>("Paper", "A paper (论文), a case, an experience article or a reflection. Rule R1.")
{
    // Authors see their papers, whichever school has them on record.
    protected override RowPolicy Policy(RowPolicyBuilder<Paper> row) => AnyOf(
        row.OfSchoolOrDistrict(Reach.Papers, p => p.DistrictId, p => p.SchoolId),
        row.InPart(p => p.DistrictId, row.Some<PaperAuthor>(p => p.Authors, a => a.In(Reach.Self, x => x.TeacherId))));

    protected override void Search(SearchBuilder<Paper> rows) => rows
        .By<PaperToken>(
            Words.Read, k => k.Place, k => k.Weight, [k => k.Written, k => k.Spoken, k => k.Initials],
            (k => k.DistrictId, p => p.DistrictId), (k => k.PaperId, p => p.PaperId))
        .Of<Paper>(p => p.Title, p => p.Doi).Of<PaperKeyword>(k => k.Keyword).Of<PaperAuthor>(a => a.Name);

    protected override void Configure(TableTypeDescriptor<Paper> type)
    {
        type.Root.List("papers", "The papers that the viewer sees, newest first. Rule R1.")
            .Groups("Groups of the papers that the viewer sees. Rule R1.")
            .Changes("paperChanged", "Tells of papers that the viewer sees when they change. Rule V4.")
            .ById("paper", "A paper by its id.")
            .ByKey("paperByDoi", "A paper by its DOI, however it is written.", p => p.Doi, owner: p => p.District,
                asKept: doi => SqlFragment.Of($"homeroom.plain_doi({doi})"));

        type.Field(p => p.Kind, "What kind of writing it is. Rule R1.").Filterable().Sortable().Groupable();
        type.Field(p => p.Title, "The title.").Filterable().Sortable();
        type.Field(p => p.FirstAuthor, "The name of the first author. Rule R1.").Filterable().Sortable();
        type.Field(p => p.Language, "The language, as a tag: zh-CN, en.").Filterable().Groupable();
        type.Field(p => p.Venue, "The journal, book or occasion it appeared in (发表刊物).").Filterable().Sortable();
        type.Field(p => p.Issn, "The ISSN.").Filterable();
        type.Field(p => p.Cn, "The number of a Chinese serial (国内统一连续出版物号).").Filterable();
        type.Field(p => p.Volume, "The volume (卷).");
        type.Field(p => p.Issue, "The issue (期).");
        type.Field(p => p.Pages, "The pages.");
        type.Field(p => p.Doi, "The DOI, in lower case and without a resolver's address. Rule R1.").Filterable();
        type.Field(p => p.PublishedOn, "The date; the first day of the month or year where no more is known.").Filterable().Sortable().Groupable().Measurable();
        type.Field(p => p.PublishedPrecision, "How exactly the date is known.").Filterable();
        type.Field(p => p.Abstract, "The abstract (摘要).");
        type.Field(p => p.CslType, "The type as CSL-JSON names it. Rule R4.").Filterable();
        type.Field(p => p.Extra, "What an imported CSL-JSON record has more.");
        type.Field(p => p.Version, "Raised by each change of it, its authors or keywords: expectedVersion of the mutations that change it. Rule R1.");
        type.Field(p => p.Source, "How it came in.").Filterable().Groupable();
        type.Field(p => p.SourceId, "The id by which it was imported.").Filterable();
        type.Made("reference", "The reference in a form, without a number or a letter. Not in a list inside a row. Rule R4; docs/references.md.",
                (paper, arguments) => SqlFragment.Of($"homeroom.paper_record({paper[p => p.DistrictId]}, {paper[p => p.PaperId]}, {arguments.Find("form", type.SqlTypeOf<ReferenceForm>())!})"), PaperJson.Reference)
            .Argument("form", new NonNullType(type.EnumTypeOf<ReferenceForm>()), "The form.");
        type.ToOne(p => p.District, "The district.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.School, "The school of record; null for the district's own staff.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Project, "The research project it came from. Rule R1.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Document, "The file. Rule V2.").Filterable();
        type.ToOne<Semester>("semester", "The semester of its date; null where only the year is known. Rule R2.", (paper, semester, _) => InSemester(paper, semester))
            .Filterable().Sortable().Groupable();
        type.ToMany(p => p.AwardNominations, "The nominations for awards. Rule R3.").Filterable().Sortable();
        type.ToMany(p => p.Awards, "The awards. Rule R3.").Filterable().Sortable().Groups();
        type.ToMany(p => p.Authors, "The authors in order. Rule R1.").Filterable().Sortable();
        type.ToMany(p => p.Keywords, "The keywords in order. Rule R1.").Filterable().Sortable();
        type.OrderedBy(p => p.PublishedOn, descending: true);
    }

    /// <summary>The paper's date lies in the semester (rule R2).</summary>
    public static Predicate InSemester(TableRow<Paper> paper, TableRow<Semester> semester) => Predicate.And(
        semester.Is(paper, (s => s.DistrictId, p => p.DistrictId)), IsDatedIn(paper, semester));

    /// <summary>The same of a semester that is known to be the district's.</summary>
    public static Predicate IsDatedIn(TableRow<Paper> paper, TableRow<Semester> semester) => Predicate.Of(
        $"""
        homeroom.paper_is_dated_in({paper[p => p.PublishedOn]}, {paper[p => p.PublishedPrecision]}, {semester[s => s.StartsOn]}, {semester[s => s.EndsOn]})
        """);
}
