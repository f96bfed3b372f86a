using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

/// <summary>What a teacher's records in research and papers add to the teacher.</summary>
internal static class TeacherRecords
{
    private const string On = "The day, which says the semester; today where it is left out, and in filters and orders.";

    public static void Research(TableTypeDescriptor<Teacher> type)
    {
        type.ToMany(t => t.LedProjects, "The research projects that the teacher leads or led. Rule P2.").Filterable().Sortable();
        type.ToMany(t => t.ResearchMemberships, "The research projects that the teacher is or was a member of. Rule P3.").Filterable().Sortable();
        type.ToMany(t => t.ResearchReviews, "The applications given to the teacher to review. Rule P5.").Filterable().Sortable();
    }

    public static void Papers(TableTypeDescriptor<Teacher> type)
    {
        type.ToMany(t => t.Authorships, "The papers that name the teacher as an author. Rule R1.").Filterable().Sortable();
        type.Computed("semesterPaperCount", "The number of papers dated in the semester of a day, at whichever place among the authors. Rule R2.", SqlTypes.Integer,
                (teacher, arguments) => PapersOfSemester(teacher, arguments.DateOrToday("on")))
            .Argument("on", DateScalar.Instance, On).Filterable().Sortable();
        type.Computed("hasSemesterPapers", "As many papers in the semester of a day as a homeroom teacher owes by policy. Rule R2.", SqlTypes.Boolean,
                (teacher, arguments) => HasPapers(teacher, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, On).Filterable();
    }

    /// <summary>As many papers in the semester of a day as the teacher owes (rule R2).</summary>
    public static Predicate HasPapers(TableRow<Teacher> teacher, SqlFragment day) => Predicate.Of($"({PapersOfSemester(teacher, day)} >= {Owed(teacher, day)})");

    private static SqlFragment PapersOfSemester(TableRow<Teacher> teacher, SqlFragment day) => teacher.Count<PaperAuthor>(t => t.Authorships, author =>
        author.Some<Paper>(a => a.Paper, paper =>
            paper.Some<District>(p => p.District, district => district.Some<SchoolYear>(d => d.SchoolYears, year => year.Some<Semester>(y => y.Semesters, semester =>
                Predicate.And(semester.Contains(s => s.StartsOn, s => s.EndsOn, day), PaperType.IsDatedIn(paper, semester)))))));

    private static SqlFragment Owed(TableRow<Teacher> teacher, SqlFragment day) => SqlFragment.Of(
        $"""
        homeroom.policy_figure({teacher[t => t.DistrictId]}, homeroom.primary_school({teacher[t => t.DistrictId]}, {teacher[t => t.TeacherId]}, {day}), 'r2_papers_a_semester', {day})
        """);
}
