using System.Text.Json;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.Gateway.Search;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchProjectType() : TableType<ResearchProject>("ResearchProject", "A research project (课题) of a school. Rules P1, P2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchProject> row) => AnyOf(
        row.AsReader(), row.AsGroupLeader(), row.AsMember(), row.AsReviewer());

    protected override void Search(SearchBuilder<ResearchProject> rows) => rows
        .By<ResearchProjectToken>(
            Words.Read, k => k.Place, k => k.Weight, [k => k.Written, k => k.Spoken, k => k.Initials],
            (k => k.DistrictId, p => p.DistrictId), (k => k.ResearchProjectId, p => p.ResearchProjectId))
        .Of<ResearchProject>(p => p.Title, p => p.Number, p => p.ApprovalNumber).Of<ResearchMember>(m => m.Name);

    protected override void Configure(TableTypeDescriptor<ResearchProject> type)
    {
        type.Root.List("researchProjects", "The research projects that the viewer sees, newest first; drafts only the own. Rule P1.")
            .Groups("Groups of the research projects that the viewer sees. Rule P1.")
            .Changes("researchProjectChanged", "Tells of research projects that the viewer sees when they change. Rule V4.")
            .ById("researchProject", "A research project by its id.")
            .ByKey("researchProjectByNumber", "A research project by the register number.", p => p.Number, owner: p => p.District);

        Project(type);
        ProjectActors.Declare(type);
        Application(type);
        Running(type);
        type.OrderedBy(p => p.CreatedOn, descending: true);
    }

    private static void Project(TableTypeDescriptor<ResearchProject> type)
    {
        type.Field(p => p.Number, "The research office's register number (课题编号).").Filterable().Sortable();
        type.Field(p => p.Title, "The title.").Filterable().Sortable();
        type.Field(p => p.Level, "The level. Rule P1.").Filterable().Sortable().Groupable();
        type.Field(p => p.State, "The state. Rules P2, P5 to P11.").Filterable().Sortable().Groupable();
        type.Field(p => p.Version, "Counts the changes of the project and of what hangs on it: expectedVersion of the mutations.").Filterable();
        type.Field(p => p.CreatedOn, "The day on which it was drafted.").Filterable().Sortable().GroupableByTime().Measurable();
        type.Field(p => p.ApprovalBody, "Who approved it (立项单位). Rule P7.").Filterable();
        type.Field(p => p.ApprovalNumber, "The number of the approval (立项编号). Rule P7.").Filterable().Sortable();
        type.Field(p => p.ApprovedOn, "The day of the approval. Rule P7.").Filterable().Sortable().GroupableByTime();
        type.Field(p => p.DueOn, "Until when it is to be finished; a granted extension moves it. Rule P10.").Filterable().Sortable().GroupableByTime();
        type.Field(p => p.EndedOn, "The day on which it was closed, terminated, withdrawn, refused or rejected.").Filterable().Sortable().GroupableByTime();
        type.Computed("isUnfinished", "From submission until closed, refused, rejected, withdrawn or terminated. Rule P2.", SqlTypes.Boolean,
            (project, _) => SqlFragment.Of($"homeroom.project_is_unfinished({project[p => p.State]})")).Filterable().Groupable();
        type.Computed("isOverdue", "Running beyond its due date on a day, without a granted extension. Rule P10.", SqlTypes.Boolean,
                (project, arguments) => IsOverdue(project, arguments.DateOrToday("on")))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable().Groupable();
        type.ToOne(p => p.District, "The district.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Leader, "The leader (课题负责人). Rule P2.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Group, "The research group that carries it out, where it is of one. Rule O2.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Subject, "The subject, where it is of one.").Filterable().Sortable().Groupable();
        type.ToMany(p => p.Themes, "The themes it is tagged with. Rule P1.").Filterable().Sortable();
        type.ToMany(p => p.Notifications, "What the viewer was told of it, what is unread first.").Filterable();
        type.Count<Notification>("newsCount", "The number of unread notifications of the viewer: what has changed since the viewer looked. markNotificationsRead takes the project's id.",
            p => p.Notifications, (notification, _) => Predicate.Of($"not {notification[n => n.IsRead]}")).Filterable().Sortable();
        type.ToMany(p => p.Papers, "The papers that came of it. Rule R1.").Filterable().Sortable().Groups();
    }

    private static void Application(TableTypeDescriptor<ResearchProject> type)
    {
        type.ToOne<ResearchMember>("leadingMember", "The leader on a day as a member, by the name at that time. Rules P2, P3, P14.",
                (project, member, arguments) => Leads(project, member, arguments.DateOrToday("on")))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable();
        type.ToMany(p => p.Members, "Leader and members, who left among them. Rule P3.").Filterable().Sortable();
        type.Count<ResearchMember>("memberCount", "The number of members, the leader among them. Rule P3.", p => p.Members,
            (member, _) => Predicate.Of($"{member[m => m.LeftOn]} is null")).Filterable().Sortable().Groupable().Measurable();
        type.ToOne<ResearchApplication>("application", "The newest version of the application that the viewer sees. Rule P4.", (project, application, _) => Predicate.And(
            application.Is(project, (a => a.DistrictId, p => p.DistrictId), (a => a.ResearchProjectId, p => p.ResearchProjectId)),
            Predicate.Not(project.Some<ResearchApplication>(p => p.Applications, later => Predicate.Of(
                $"{later[l => l.Version]} > {application[a => a.Version]}"))))).Filterable();
        type.Objects("missingParts", "What a submission of the newest version still lacks, for leader and members. Rules P1 to P4, P6, P15.", ResearchMissingPartType.Of(),
            (project, _) => SqlFragment.Of($"""
                (select coalesce(jsonb_agg(jsonb_build_object('code', upper(m.code), 'rule', upper(split_part(m.code, '_', 1)),
                                           'path', string_to_array(m.part, '.'), 'detail', m.detail,
                                           'message', replace({WordsOfRules}::jsonb ->> m.code, '%s', coalesce(m.detail, '…')))), '[]')
                 from homeroom.missing_of_submission({project[p => p.DistrictId]}, {project[p => p.ResearchProjectId]}, {FieldArguments.Today}) m)
                """)).VisibleTo(row => row.AsMember());
        type.Objects("reviewerCandidates", "Teachers of other schools of the district who can be named as reviewers, for the research office while reviewers are assigned: at most 20, found by the beginning of a name, a given name, pinyin or initials; without a search those who have reviewed for the school before. Rules P5, P15.",
                ReviewerCandidateType.Of(type.EnumTypeOf<ProfessionalTitle>()), (project, arguments) => SqlFragment.Of($"""
                    reach.reviewer_candidates({project[p => p.DistrictId]}, {project[p => p.ResearchProjectId]},
                                              {arguments.Find("search", SqlTypes.Text) ?? SqlFragment.Of($"null::text")}, {FieldArguments.Today})
                    """))
            .VisibleTo(row => row.InPart(p => p.DistrictId, row.In(Reach.ResearchOffices, p => p.SchoolId)))
            .Argument("search", BuiltInScalars.String, "A part of the name: one Chinese character, or two letters, at least.");
        type.ToMany(p => p.Applications, "All versions of the application, the newest first. Rules P4, P6.").Filterable().Sortable();
        type.ToMany(p => p.Reviews, "The reviews: for the office, and once the round is decided for leader and members. Rule P5.").Filterable().Sortable();
        type.ToMany(p => p.Opinions, "The opinions on the application, with their answers. Rule P6.").Filterable().Sortable();
        type.ToMany(p => p.Decisions, "The decision of the body that approves. Rule P7.").Filterable().Sortable();
        type.ToMany(p => p.StateChanges, "The steps taken, the last first. Rule P11.").Filterable().Sortable();
    }

    private static void Running(TableTypeDescriptor<ResearchProject> type)
    {
        type.ToMany(p => p.Stages, "The stages with their goals. Rule P8.").Filterable().Sortable();
        type.ToMany(p => p.Tasks, "The tasks with their owners. Rule P8.").Filterable().Sortable();
        type.Count<ResearchTask>("overdueTaskCount", "The number of tasks that are late today. Rule P8.", p => p.Tasks,
            (task, _) => Predicate.Of($"{task[t => t.DoneOn]} is null and {task[t => t.DueOn]} < {FieldArguments.Today}")).Filterable().Sortable().Measurable();
        type.ToMany(p => p.Inspections, "The inspections, the last first. Rule P8.").Filterable().Sortable();
        type.Count<ResearchInspection>("openInspectionCount", "The number of inspections with something still to mend. Rule P8.", p => p.Inspections,
            (inspection, _) => Predicate.Of($"{inspection[i => i.MendBy]} is not null and {inspection[i => i.MendedOn]} is null")).Filterable().Sortable().Measurable();
        type.ToMany(p => p.PortfolioItems, "The portfolio (档案袋). Rule P9.").Filterable().Sortable();
        type.Computed("portfolioCompleteness", "The share of required categories that the portfolio has, in percent. Rule P9.", SqlTypes.Integer,
            (project, _) => SqlFragment.Of($"homeroom.portfolio_completeness({Portfolio(project)})"));
        type.Computed("missingPortfolioCategories", "The required categories that the portfolio lacks, a JSON array of PortfolioCategory. Rule P9.", SqlTypes.Json,
            (project, _) => SqlFragment.Of($"(select coalesce(jsonb_agg(upper(c)), '[]') from unnest(homeroom.missing_portfolio_categories({Portfolio(project)})) c)"));
        type.ToMany(p => p.Milestones, "Opening report, mid-term check, closing or termination. Rule P11.").Filterable().Sortable();
        type.ToMany(p => p.MilestoneRequests, "The reports handed in for milestones. Rule P11.").Filterable().Sortable();
        type.ToMany(p => p.ExtensionRequests, "The requests to finish later. Rule P10.").Filterable().Sortable();
        type.ToMany(p => p.ChangeRequests, "The requests to change the project. Rule P14.").Filterable().Sortable();
    }

    /// <summary>What the rules of a submission say, by their names in the database: one JSON object; %s stands for what is wrong in particular.</summary>
    private static readonly ConstantSlot WordsOfRules = new(
        JsonSerializer.Serialize(RuleTable.All.Where(rule => rule.Id is "P1" or "P2" or "P4" or "P6" or "P15").ToDictionary(rule => rule.Constraint, rule => string.Format(null, $"{rule.English} {rule.Chinese}", "%s"))),
        SqlTypes.Text);

    /// <summary>One definition, the database's.</summary>
    public static SqlFragment IsOverdue(TableRow<ResearchProject> project, SqlFragment day) =>
        SqlFragment.Of($"homeroom.project_is_overdue({project[p => p.State]}, {project[p => p.DueOn]}, {day})");

    /// <summary>Leaders follow each other without a gap, so of those who have not left by the day it is the one who leaves first.</summary>
    private static Predicate Leads(TableRow<ResearchProject> project, TableRow<ResearchMember> member, SqlFragment day) => Predicate.And(
        member.Is(project, (m => m.DistrictId, p => p.DistrictId), (m => m.ResearchProjectId, p => p.ResearchProjectId)),
        Predicate.Of($"{member[m => m.Role]} = 'leader' and ({member[m => m.LeftOn]} is null or {day} < {member[m => m.LeftOn]})"),
        Predicate.Of($"{project[p => p.CreatedOn]} <= {day}"),
        Predicate.Not(project.Some<ResearchMember>(p => p.Members, earlier => Predicate.Of(
            $"{earlier[m => m.Role]} = 'leader' and {day} < {earlier[m => m.LeftOn]} and ({member[m => m.LeftOn]} is null or {earlier[m => m.LeftOn]} < {member[m => m.LeftOn]})"))));

    private static SqlFragment Portfolio(TableRow<ResearchProject> project) => SqlFragment.Of(
        $"{project[p => p.DistrictId]}, {project[p => p.SchoolId]}, {project[p => p.ResearchProjectId]}, {FieldArguments.Today}");
}
