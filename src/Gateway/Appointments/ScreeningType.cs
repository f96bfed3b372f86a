using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Appointments;

internal sealed class ScreeningType() : TableType<Screening>("Screening", "The screening (资格审查) of a candidate before an appointment. Rule A2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Screening> row) => row.OfSchool(
        Reach.Homeroom, s => s.DistrictId, s => s.SchoolId, row.In(Reach.Self, s => s.TeacherId));

    protected override void Configure(TableTypeDescriptor<Screening> type)
    {
        type.Root.List("screenings", "The screenings that the viewer sees, newest first.")
            .Groups("Groups of the screenings that the viewer sees. Rule A2.")
            .ById("screening", "A screening by its id.");

        type.Field(s => s.ScreenedOn, "The day of the screening.").Filterable().Sortable().GroupableByTime();
        type.Field(s => s.ScreenedBy, "Who screened, as written.").Filterable();
        type.Field(s => s.StartingGrade, "The starting grade screened for; null where it is a class.").Filterable();
        Scores(type);
        type.Field(s => s.Remark, "The remark.");
        type.Field(s => s.Outcome, "What it came to.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Teacher, "The candidate.").Filterable().Sortable();
        type.ToOne(s => s.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(s => s.Class, "The class screened for; null where it is a starting grade.").Filterable().Sortable();
        type.ToOne(s => s.SchoolYear, "The school year of the appointment.").Filterable().Sortable().Groupable();
        type.ToMany(s => s.Appointments, "The appointments that rest on it.").Filterable().Sortable();
        type.OrderedBy(s => s.ScreenedOn, descending: true);
    }

    private static void Scores(TableTypeDescriptor<Screening> type)
    {
        type.Field(s => s.LoveOfStudents, "Love of students (热爱学生), of 100. Rule A2.").Filterable().Sortable();
        type.Field(s => s.LoveOfTheWork, "Love of the work (热爱班主任工作), of 100. Rule A2.").Filterable().Sortable();
        type.Field(s => s.Conduct, "Conduct (品行), of 100. Rule A2.").Filterable().Sortable();
        type.Field(s => s.KnowledgeAndTeaching, "Knowledge and teaching ability (知识与教学能力), of 100. Rule A2.").Filterable().Sortable();
        type.Field(s => s.OrganisingAbility, "Organising ability (组织能力), of 100. Rule A2.").Filterable().Sortable();
        type.Field(s => s.Responsibility, "Responsibility (责任心), of 100. Rule A2.").Filterable().Sortable();
        type.Computed("averageScore", "The mean of the six scores, to one place. Rule A2.", SqlTypes.Decimal, (screening, _) => SqlFragment.Of(
            $"""
            round(({screening[s => s.LoveOfStudents]} + {screening[s => s.LoveOfTheWork]} + {screening[s => s.Conduct]}
                   + {screening[s => s.KnowledgeAndTeaching]} + {screening[s => s.OrganisingAbility]} + {screening[s => s.Responsibility]}) / 6.0, 1)
            """)).Filterable().Sortable().Measurable();
    }
}
