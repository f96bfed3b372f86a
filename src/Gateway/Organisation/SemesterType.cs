using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class SemesterType() : TableType<Semester>("Semester", "A semester (学期) of a school year. Rule O4.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Semester> row) => row.OfDistrict(s => s.DistrictId);

    protected override void Configure(TableTypeDescriptor<Semester> type)
    {
        type.Root.List("semesters", "The semesters of the viewer's districts.");

        type.Field(s => s.Number, "1 or 2.").Filterable().Sortable().Groupable();
        type.Field(s => s.Name, "The name.").Filterable().Sortable();
        type.Field(s => s.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(s => s.EndsOn, "The day after the last.").Filterable().Sortable();
        type.Field(s => s.FirstWeekStartsOn, "The day that begins week 1; weeks are counted from it. Rule O4.");
        type.Computed("isCurrent", "It contains today.", SqlTypes.Boolean,
            (semester, _) => semester.Contains(s => s.StartsOn, s => s.EndsOn, FieldArguments.Today).Sql).Filterable();
        type.Computed("week", "The week of the semester that a day lies in, from 1; null outside of it. Rule O4.", SqlTypes.Integer,
                (semester, arguments) => SqlFragment.Of(
                    $"homeroom.semester_week({semester[s => s.StartsOn]}, {semester[s => s.EndsOn]}, {semester[s => s.FirstWeekStartsOn]}, {arguments.DateOrToday("on")})"),
                isNullable: true)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out.");
        type.Computed("weeks", "The number of its weeks: the week of its last day. Rule O4.", SqlTypes.Integer,
            (semester, _) => SqlFragment.Of(
                $"homeroom.semester_week({semester[s => s.StartsOn]}, {semester[s => s.EndsOn]}, {semester[s => s.FirstWeekStartsOn]}, {semester[s => s.EndsOn]} - 1)"));
        type.ToOne(s => s.SchoolYear, "The school year.").Filterable().Sortable().Groupable();
        type.ToMany<Paper>("papers", "The papers dated in the semester. Rule R2.", (semester, paper, _) => PaperType.InSemester(paper, semester)).Filterable().Sortable();
        type.OrderedBy(s => s.StartsOn);
    }
}
