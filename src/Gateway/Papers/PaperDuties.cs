using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>Who of a school's homeroom teachers still owes the semester's paper (rule R2).</summary>
internal static class PaperDuties
{
    public static void OfSchool(TableTypeDescriptor<School> type) => type
        .ToMany<Teacher>(
            "homeroomTeachersWithoutPapers",
            "Who heads, or headed, a class of the school in the semester of a day, acting too, and has fewer papers dated in it than the policy r2_papers_a_semester asks for; for readers of its papers. Rule R2.",
            WithoutPapers)
        .Argument("on", DateScalar.Instance, "The day, which says the semester; today where it is left out, and in filters and orders.").Filterable().Sortable();

    private static Predicate WithoutPapers(TableRow<School> school, TableRow<Teacher> teacher, FieldArguments arguments)
    {
        var day = arguments.DateOrToday("on");
        return Predicate.And(
            teacher.Is(school, (t => t.DistrictId, s => s.DistrictId)),
            Predicate.Of($"({school[s => s.DistrictId]} = any({new ClaimSlot(Reach.Papers.Districts)}) or {school[s => s.SchoolId]} = any({new ClaimSlot(Reach.Papers.Schools)}))"),
            teacher.Some<Appointment>(t => t.Appointments, post => Predicate.And(
                Predicate.Of($"{post[a => a.SchoolId]} = {school[s => s.SchoolId]} and {post[a => a.State]} = 'active' and {post[a => a.Kind]} in ('homeroom', 'acting')"),
                school.Some<District>(s => s.District, district => district.Some<SchoolYear>(d => d.SchoolYears, year => year.Some<Semester>(y => y.Semesters, semester => Predicate.And(
                    semester.Contains(s => s.StartsOn, s => s.EndsOn, day),
                    Predicate.Of($"{post[a => a.StartsOn]} < {semester[s => s.EndsOn]} and ({post[a => a.EndsOn]} is null or {semester[s => s.StartsOn]} < {post[a => a.EndsOn]})"))))))),
            Predicate.Not(TeacherRecords.HasPapers(teacher, day)));
    }
}
