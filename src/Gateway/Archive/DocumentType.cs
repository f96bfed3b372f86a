using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Archive;

internal sealed class DocumentType() : TableType<Document>("Document", "A document (文档): what is known of a file. Its content is at GET /documents/{id}, for whoever sees it here. Rule V2.")
{
    // A document is seen by who sees a record that it hangs on, and by who uploaded it.
    protected override RowPolicy Policy(RowPolicyBuilder<Document> row) => AnyOf(
        row.AsOwner<Paper>(d => d.Papers),
        row.AsOwner<PortfolioItem>(d => d.PortfolioItems),
        row.AsOwner<ResearchMilestone>(d => d.ResearchMilestones),
        row.AsOwner<MilestoneRequest>(d => d.MilestoneRequests),
        row.AsOwner<ResearchDecision>(d => d.ResearchDecisions),
        row.AsOwner<ResearchStateChange>(d => d.ResearchStateChanges),
        row.AsOwner<ExtensionRequest>(d => d.ExtensionRequests),
        row.AsOwner<SemesterReport>(d => d.SemesterReports),
        row.InPart(d => d.DistrictId, AllOf(
            AnyOf(row.In(Reach.Self, d => d.UploadedByTeacherId), row.In(Reach.Person, d => d.UploadedByAccount)),
            AnyOf(row.In(Reach.SeenSchools, d => d.SchoolId), row.IsNull(d => d.SchoolId)))),
        AllOf(row.In(Reach.Organisation.Districts, d => d.DistrictId), row.In(Reach.Person, d => d.UploadedByAccount)));

    protected override void Configure(TableTypeDescriptor<Document> type)
    {
        type.Root.List("documents", "The documents of the records that the viewer sees, newest first. Rule V2.")
            .ById("document", "A document by its id.");

        type.Field(d => d.Category, "What it is. Rule V2.").Filterable().Sortable();
        type.Field(d => d.FileName, "The file's name, without a folder.").Filterable().Sortable();
        type.Field(d => d.MediaType, "The media type, such as application/pdf. Rule V2.").Filterable();
        type.Field(d => d.Size, "The size in bytes. Rule V2.").Filterable().Sortable();
        type.Field(d => d.Sha256, "The SHA-256 of the content, which is stored once however many documents share it. Rule V2.").Filterable();
        type.Field(d => d.UploadedBy, "Who uploaded it, by the name at that time. Rule V2.").Filterable();
        type.Field(d => d.UploadedAt, "When it was uploaded.").Filterable().Sortable();
        type.ToOne(d => d.UploadedByTeacher, "Who uploaded it, where a teacher.").Filterable();
        type.ToOne(d => d.School, "The school of the record that it belongs to; null for the district's.").Filterable().Sortable();
        type.ToMany(d => d.Papers, "The papers whose file it is. Rule R1.").Filterable().Sortable();
        type.ToMany(d => d.SemesterReports, "The plans and summaries that it is. Rule V1.").Filterable().Sortable();
        type.ToMany(d => d.PortfolioItems, "The pieces of portfolios that it is. Rule P9.").Filterable().Sortable();
        type.OrderedBy(d => d.UploadedAt, descending: true);
    }
}
