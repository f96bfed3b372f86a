using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Mentoring;

internal sealed class MentorshipType() : TableType<Mentorship>(
    "Mentorship", "A pair of mentor and mentee (青蓝工程, 拜师结对), of the mentee's school. Rules M1 to M4.")
{
    private const string Day = "The day; today where it is left out, and in filters and orders.";

    /// <summary>Beside the homeroom readers: the two themselves, and the head of a grade in which the mentee has a class.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<Mentorship> row) => AnyOf(
        row.OfSchool(Reach.Homeroom, m => m.DistrictId, m => m.SchoolId, row.Some<Teacher>(m => m.Mentee, t => t.OfGrade())),
        row.InPart(m => m.DistrictId, row.In(Reach.Self, m => m.MentorId), row.In(Reach.Self, m => m.MenteeId)));

    protected override void Configure(TableTypeDescriptor<Mentorship> type)
    {
        type.Root.List("mentorships", "The pairs that the viewer sees, newest first.")
            .Groups("Groups of the pairs that the viewer sees. Rules M1 to M4.")
            .Changes("mentorshipChanged", "Tells of mentoring pairs that the viewer sees when they change. Rule V4.")
            .ById("mentorship", "A pair by its id.");

        type.Field(m => m.MentorName, "The mentor's name as written.").Filterable().Sortable();
        type.Field(m => m.MenteeName, "The mentee's name as written.").Filterable().Sortable();
        type.Field(m => m.Goals, "The goals. Rule M3.");
        type.Field(m => m.StartsOn, "The first day.").Filterable().Sortable().GroupableByTime();
        type.Field(m => m.PlannedEnd, "The day by which it is planned to end. Rule M3.").Filterable().Sortable();
        type.Field(m => m.EndedOn, "The day after the last; null while it runs.").Filterable().Sortable().GroupableByTime();
        type.Field(m => m.State, "How far it is. Rule M4.").Filterable().Sortable().Groupable();
        type.Field(m => m.StateReason, "Why it was extended or broken off; for the pair and the office. Rule M4.").VisibleTo(m => m.OfPairOrOffice());
        type.Computed("isRunning", "It runs on a day.", SqlTypes.Boolean, (pair, arguments) => Runs(pair, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, Day).Filterable().Groupable();
        type.Computed("missingReportCount", "The number of the mentee's reports that are due by a day and missing. Rule M3.",
                SqlTypes.Integer, (pair, arguments) => MissingReports(pair, arguments.DateOrToday("on")))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable().Measurable();
        type.Count<MentorshipActivity>("activityCount", "The number of entries of the log. Rule M3.", m => m.Activities, (_, _) => Predicate.True)
            .Filterable().Sortable().Measurable();
        type.Count<MentorshipReport>("unacknowledgedReportCount", "The number of reports that the mentor has not acknowledged. Rule M3.", m => m.Reports,
            (report, _) => Predicate.Of($"{report[r => r.AcknowledgedOn]} is null")).Filterable().Sortable().Measurable();
        type.ToOne(m => m.Mentor, "The mentor (师傅).").Filterable().Sortable().Groupable();
        type.ToOne(m => m.Mentee, "The mentee (徒弟).").Filterable().Sortable().Groupable();
        type.ToOne(m => m.School, "The mentee's school.").Filterable().Sortable().Groupable();
        type.ToMany(m => m.Activities, "The log of what the two did. Rule M3.").Filterable().Sortable();
        type.ToMany(m => m.Reports, "The mentee's monthly reports. Rule M3.").Filterable().Sortable();
        type.ToMany(m => m.Evaluations, "The evaluations by both sides and the office. Rule M4.").Filterable().Sortable();
        type.OrderedBy(m => m.StartsOn, descending: true);
    }

    internal static Predicate Runs(TableRow<Mentorship> pair, SqlFragment day) => pair.Contains(m => m.StartsOn, m => m.EndedOn, day);

    /// <summary>How many are due is the database's definition; of those that are there, the ones on months that are over count.</summary>
    private static SqlFragment MissingReports(TableRow<Mentorship> pair, SqlFragment day)
    {
        var until = SqlFragment.Of($"least({day}, {pair[m => m.EndedOn]})");
        var months = SqlFragment.Of(
            $"homeroom.policy_figure({pair[m => m.DistrictId]}, {pair[m => m.SchoolId]}, 'm3_months_between_reports', {until})");
        var due = SqlFragment.Of($"homeroom.reports_due({pair[m => m.StartsOn]}, {pair[m => m.EndedOn]}, {day}, {months})");
        var there = pair.Count<MentorshipReport>(m => m.Reports, report =>
            Predicate.Of($"({report[r => r.Month]} + interval '1 month')::date <= {until}"));
        return SqlFragment.Of($"greatest({due} - {there}, 0)");
    }
}
