using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mentoring;

internal sealed class MentorshipActivityType() : TableType<MentorshipActivity>("MentorshipActivity", "An entry of a pair's log. Rule M3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<MentorshipActivity> row) => row.AsOwner<Mentorship>(a => a.Mentorship);

    protected override void Configure(TableTypeDescriptor<MentorshipActivity> type)
    {
        type.Root.List("mentorshipActivities", "The log entries of the pairs that the viewer sees, newest first.")
            .Groups("Groups of the log entries that the viewer sees. Rule M3.")
            .ById("mentorshipActivity", "A log entry by its id.");

        type.Field(a => a.Kind, "What the two did. Rule M3.").Filterable().Sortable().Groupable();
        type.Field(a => a.HeldOn, "The day.").Filterable().Sortable().GroupableByTime();
        type.Field(a => a.Content, "What came of it.");
        type.ToOne(a => a.Mentorship, "The pair.").Filterable().Sortable().Groupable();
        type.OrderedBy(a => a.HeldOn, descending: true);
    }
}

internal sealed class MentorshipReportType() : TableType<MentorshipReport>("MentorshipReport", "The mentee's report (月汇报) on a month. Rule M3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<MentorshipReport> row) => row.AsOwner<Mentorship>(r => r.Mentorship);

    protected override void Configure(TableTypeDescriptor<MentorshipReport> type)
    {
        type.Root.List("mentorshipReports", "The reports of the pairs that the viewer sees, newest first.")
            .Groups("Groups of the reports that the viewer sees. Rule M3.")
            .ById("mentorshipReport", "A report by its id.");

        type.Field(r => r.Month, "The month, by its first day. Rule M3.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.Content, "The report.");
        type.Field(r => r.SubmittedOn, "The day it was submitted.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.AcknowledgedOn, "The day on which the mentor acknowledged it; null while open. Rule M3.").Filterable().Sortable().GroupableByTime();
        type.Field(r => r.Acknowledgement, "What the mentor answered.");
        type.ToOne(r => r.Mentorship, "The pair.").Filterable().Sortable().Groupable();
        type.OrderedBy(r => r.Month, descending: true);
    }
}

internal sealed class MentorshipEvaluationType() : TableType<MentorshipEvaluation>(
    "MentorshipEvaluation", "The evaluation of a pair by one side or by the office. Rule M4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<MentorshipEvaluation> row) => row.AsOwner<Mentorship>(e => e.Mentorship);

    protected override void Configure(TableTypeDescriptor<MentorshipEvaluation> type)
    {
        type.Root.List("mentorshipEvaluations", "The evaluations of the pairs that the viewer sees, newest first.")
            .ById("mentorshipEvaluation", "An evaluation by its id.");

        type.Field(e => e.Side, "Whose it is. Rule M4.").Filterable().Sortable();
        type.Field(e => e.EvaluatedBy, "Who evaluated, as written.").Filterable();
        type.Field(e => e.EvaluatedOn, "The day.").Filterable().Sortable();
        type.Field(e => e.Content, "The evaluation; for the pair and the office.").VisibleTo(e => e.Some<Mentorship>(x => x.Mentorship, m => m.OfPairOrOffice()));
        type.ToOne(e => e.Mentorship, "The pair.").Filterable().Sortable();
        type.OrderedBy(e => e.EvaluatedOn, descending: true);
    }
}
