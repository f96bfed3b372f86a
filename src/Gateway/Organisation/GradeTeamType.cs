using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class GradeTeamType() : TableType<GradeTeam>("GradeTeam", "A grade team (年级组) of a school in one school year. Rules O1, O3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<GradeTeam> row) => row.AtSchool(Reach.Organisation, t => t.DistrictId, t => t.SchoolId);

    protected override void Configure(TableTypeDescriptor<GradeTeam> type)
    {
        type.Root.List("gradeTeams", "The grade teams of the schools that the viewer sees.")
            .ById("gradeTeam", "A grade team by its id.");

        type.Field(t => t.Grade, "The grade, 1 to 12.").Filterable().Sortable();
        type.Field(t => t.Name, "The name.").Filterable().Sortable();
        type.ToOne(t => t.School, "The school.").Filterable().Sortable();
        type.ToOne(t => t.SchoolYear, "The school year.").Filterable().Sortable();
        type.ToMany(t => t.Heads, "Who heads or headed it.").Filterable().Sortable();
        type.ToOne<GradeTeamHead>("head", "Who heads it on a day (年级组长). Rule O3.", (team, head, arguments) => Predicate.And(
                head.Is(team, (h => h.DistrictId, t => t.DistrictId), (h => h.GradeTeamId, t => t.GradeTeamId)),
                head.Contains(h => h.StartsOn, h => h.EndsOn, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable();
        type.ToMany<SchoolClass>("classes", "The grade's classes.", (team, @class, _) => OfTeam(@class, team)).Filterable().Sortable();
        type.ToMany<Teacher>("teachers", "Who belongs to it on a day: those who head a class of the grade, act for one who does, or are the deputy.",
                (team, teacher, arguments) => teacher.Some<Appointment>(t => t.Appointments, appointment => Predicate.And(
                    Predicate.Of($"{appointment[a => a.State]} = 'active'"),
                    appointment.Contains(a => a.StartsOn, a => a.EndsOn, arguments.DateOrToday("on")),
                    appointment.Some<SchoolClass>(a => a.Class, @class => OfTeam(@class, team)))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out.");
        type.OrderedBy(t => t.Grade);
    }

    private static Predicate OfTeam(TableRow<SchoolClass> @class, TableRow<GradeTeam> team) => @class.Is(
        team, (c => c.DistrictId, t => t.DistrictId), (c => c.SchoolId, t => t.SchoolId), (c => c.SchoolYearId, t => t.SchoolYearId), (c => c.Grade, t => t.Grade));
}

internal sealed class GradeTeamHeadType() : TableType<GradeTeamHead>("GradeTeamHead", "A teacher's time as head of a grade team (年级组长). Rule O3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<GradeTeamHead> row) =>
        row.AtSchool(Reach.Organisation, h => h.DistrictId, h => h.SchoolId);

    protected override void Configure(TableTypeDescriptor<GradeTeamHead> type)
    {
        type.Field(h => h.Name, "The teacher's name as written then.").Filterable().Sortable();
        type.Field(h => h.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(h => h.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.ToOne(h => h.GradeTeam, "The grade team.").Filterable().Sortable();
        type.ToOne(h => h.Teacher, "The teacher.").Filterable().Sortable();
        type.OrderedBy(h => h.StartsOn, descending: true);
    }
}
