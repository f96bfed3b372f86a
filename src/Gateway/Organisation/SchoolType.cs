using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Appointments;
using HomeroomGraph.Gateway.Figures;
using HomeroomGraph.Gateway.Mentoring;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.Gateway.Policies;
using HomeroomGraph.Gateway.Research;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class SchoolType() : TableType<School>("School", "A school (学校). Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<School> row) => AnyOf(
        row.In(Reach.SeenDistricts, s => s.DistrictId),
        AllOf(row.In(Reach.PartDistricts, s => s.DistrictId), row.In(Reach.SeenSchools, s => s.SchoolId)));

    protected override void Configure(TableTypeDescriptor<School> type)
    {
        type.Root.List("schools", "The schools that the viewer sees.")
            .Groups("Groups of the schools that the viewer sees. Rule O1.")
            .Changes("schoolChanged", "Tells of schools that the viewer sees when they change. Rule V4.")
            .ById("school", "A school by its id.")
            .ByKey("schoolByCode", "A school by its code.", s => s.Code, owner: s => s.District);

        type.Field(s => s.Code, "The school code (学校标识码): 10 digits. Rule O1.").Filterable().Sortable();
        type.Field(s => s.Name, "The school's name.").Filterable().Sortable();
        type.Field(s => s.Pinyin, "The name in pinyin, for sorting and searching.").Filterable().Sortable();
        type.Field(s => s.StrokeOrder, "The name by its strokes (笔画), for sorting.").Sortable();
        type.Field(s => s.Stage, "What stages it teaches. Rule O1.").Filterable().Sortable().Groupable();
        type.Field(s => s.Status, "Whether it is running.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.District, "The district it belongs to.").Filterable().Sortable().Groupable();
        type.Count<SchoolClass>("classCount", "The number of classes of the school year that contains today. Rule O6.", s => s.Classes,
            (c, _) => c.Some<SchoolYear>(x => x.SchoolYear, year => year.Contains(y => y.StartsOn, y => y.EndsOn, FieldArguments.Today))).Filterable().Sortable().Measurable();
        type.Count<Employment>("teacherCount", "The number of teachers employed today. Rule O5.", s => s.Employments,
            (e, _) => e.Contains(x => x.StartsOn, x => x.EndsOn, FieldArguments.Today)).Filterable().Sortable().Measurable();
        type.ToMany(s => s.Classes, "Its classes of all school years. Rule O6.").Filterable().Sortable().Groups();
        type.ToMany<Teacher>("teachers", "The teachers employed on a day. Rule O5.",
            (school, teacher, arguments) => teacher.Some<Employment>(t => t.Employments, employment => Predicate.And(
                employment.Is(school, (e => e.DistrictId, s => s.DistrictId), (e => e.SchoolId, s => s.SchoolId)),
                employment.Contains(e => e.StartsOn, e => e.EndsOn, arguments.DateOrToday("on")))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out.").Filterable().Sortable().Groups();
        type.ToMany(s => s.Employments, "All employments at the school, past ones among them. Rule O5.").Filterable().Sortable();
        type.ToMany(s => s.Cohorts, "Its cohorts. Rule O6.").Filterable().Sortable();
        type.ToMany(s => s.ResearchGroups, "Its research groups (教研组). Rule O1.").Filterable().Sortable();
        type.ToMany<ResearchGroup>("researchGroupsWithoutProject", "Its subjects' groups without a running project of the school today, for readers of its research: what the coverage of subjects lacks. Rule P13.", WithoutProject)
            .Filterable().Sortable();
        type.ToMany(s => s.Offices, "Its offices (处室). Rule O1.").Filterable().Sortable();
        type.ToMany(s => s.GradeTeams, "Its grade teams (年级组) of all school years. Rule O1.").Filterable().Sortable();
        type.ToMany(s => s.AwardRounds, "Its selections (评选). Rule W3.").Filterable().Sortable();
        type.ToMany(s => s.AwardNominations, "The nominations of its teachers and classes, in the district's selections too. Rule W3.").Filterable().Sortable().Groups();
        type.ToMany(s => s.Awards, "The awards of its teachers and classes. Rule W1.").Filterable().Sortable().Groups();
        type.ToMany(s => s.RewardRules, "Its own reward rules (奖励条例). Rule W4.").Filterable().Sortable();
        PolicyFields.OfSchool(type);
        type.ToMany(s => s.InspectorPosts, "The inspectors' posts of its student union. Rule E2.").Filterable().Sortable();
        type.ToMany(s => s.EvaluationSchemes, "Its own schemes of checks and assessment. Rule E1.").Filterable().Sortable();
        type.ToMany(s => s.CheckPublications, "Its weekly rankings and monthly summaries. Rule E3.").Filterable().Sortable();
        type.ToMany(s => s.ClassTitles, "The titles of its classes. Rule E9.").Filterable().Sortable();
        type.ToMany(s => s.SemesterAssessments, "The semester assessments of its homeroom teachers. Rule E4.").Filterable().Sortable().Groups();
        type.ToMany(s => s.ResearchProjects, "Its research projects. Rule P1.").Filterable().Sortable().Groups();
        type.Count<ResearchProject>("runningProjectCount", "The number of its projects that are approved and not ended. Rule P13.", s => s.ResearchProjects,
            (p, _) => Predicate.Of($"{p[x => x.State]} in ('approved', 'running')")).Filterable().Sortable().Measurable();
        type.Count<ResearchProject>("overdueProjectCount", "The number of its projects that are overdue today. Rule P10.", s => s.ResearchProjects,
            (p, _) => Predicate.Of($"{ResearchProjectType.IsOverdue(p, FieldArguments.Today)}")).Filterable().Sortable().Measurable();
        type.ToMany(s => s.ResearchTargets, "Its targets of research projects. Rule P12.").Filterable().Sortable();
        type.ToMany(s => s.Papers, "The papers it has on record. Rule R1.").Filterable().Sortable().Groups();
        PaperDuties.OfSchool(type);
        AppointmentFields.OfSchool(type);
        TrainingFields.OfSchool(type);
        MentoringFields.OfSchool(type);
        FigureLists.OfSchool(type);
        type.OrderedBy(s => s.Pinyin);
    }

    /// <summary>As the figure of coverage counts them: a project of the school in the group's subject, approved and not ended.</summary>
    private static Predicate WithoutProject(TableRow<School> school, TableRow<ResearchGroup> group, FieldArguments _) => Predicate.And(
        group.Is(school, (g => g.DistrictId, s => s.DistrictId), (g => g.SchoolId, s => s.SchoolId)),
        Predicate.Of($"({school[s => s.DistrictId]} = any({new ClaimSlot(Reach.Research.Districts)}) or {school[s => s.SchoolId]} = any({new ClaimSlot(Reach.Research.Schools)}))"),
        Predicate.Of($"{group[g => g.Kind]} = 'subject' and ({group[g => g.ClosedOn]} is null or {FieldArguments.Today} < {group[g => g.ClosedOn]})"),
        Predicate.Not(group.Some<Subject>(g => g.Subject!, subject => subject.Some<ResearchProject>(s => s.ResearchProjects, project => Predicate.Of(
            $"{project[p => p.SchoolId]} = {group[g => g.SchoolId]} and {project[p => p.ApprovedOn]} <= {FieldArguments.Today} and ({project[p => p.EndedOn]} is null or {FieldArguments.Today} <= {project[p => p.EndedOn]})")))));
}
