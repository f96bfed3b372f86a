using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class ClassType() : TableType<SchoolClass>("Class", "A class (班级) in one school year. Rule O6.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<SchoolClass> row) => row.OfSchool(
        Reach.Organisation, c => c.DistrictId, c => c.SchoolId,
        row.OfGrade(), row.OwnClass(),
        row.Some<InspectorPostClass>(c => c.InspectorPosts, post => post.In(Reach.InspectorPosts, x => x.InspectorPostId)));

    protected override void Configure(TableTypeDescriptor<SchoolClass> type)
    {
        type.Root.List("classes", "The classes that the viewer sees, of all school years.")
            .Groups("Groups of the classes that the viewer sees. Rule O6.")
            .Changes("classChanged", "Tells of classes that the viewer sees when they change. Rule V4.")
            .ById("class", "A class by its id.");

        type.Field(c => c.Name, "The name, such as 三年级2班.").Filterable().Sortable();
        type.Field(c => c.Grade, "The grade, 1 to 12; 7 is the first of junior, 10 of senior school. Rule O6.").Filterable().Sortable().Groupable();
        type.Field(c => c.Number, "The number in the grade.").Filterable().Sortable();
        type.Field(c => c.HeadCount, "The number of pupils, where recorded. Rule O6.").Filterable().Sortable().Measurable();
        type.ToOne(c => c.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.SchoolYear, "The school year.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.Cohort, "The cohort that the class belongs to. Rule O6.").Filterable().Sortable().Groupable();
        type.ToMany(c => c.Appointments, "The appointments to the class. Rule A1.").Filterable().Sortable();
        type.ToOne<Appointment>("homeroomAppointment", "The appointment that heads the class on a day: regular, or acting while that covers. Rule A1.",
                (@class, appointment, arguments) => Predicate.And(Of(@class, appointment), Heads(appointment, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable();
        type.ToOne<Teacher>("homeroomTeacher", "Who heads the class on a day (班主任), or acts (代理). Rule A1.",
                (@class, teacher, arguments) => teacher.Some<Appointment>(t => t.Appointments, appointment => Predicate.And(
                    Of(@class, appointment), Heads(appointment, arguments.DateOrToday("on")))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable();
        type.ToMany(c => c.CheckSheets, "Its daily check sheets, newest first. Rule E2.").Filterable().Sortable().Groups();
        type.ToMany(c => c.CheckResults, "Its places in weekly rankings and monthly summaries, newest first. Rule E3.").Filterable().Sortable();
        type.ToMany(c => c.Titles, "Its titles. Rule E9.").Filterable().Sortable();
        type.ToMany(c => c.AwardNominations, "The nominations as model class. Rule E9.").Filterable().Sortable();
        type.ToMany(c => c.Awards, "The awards as model class. Rule E9.").Filterable().Sortable();
        TrainingFields.OfClass(type);
        type.OrderedBy(c => c.Grade);
        type.OrderedBy(c => c.Number);
    }

    private static Predicate Of(TableRow<SchoolClass> @class, TableRow<Appointment> appointment) =>
        appointment.Is(@class, (a => a.DistrictId, c => c.DistrictId), (a => a.ClassId, c => c.ClassId));

    internal static Predicate Heads(TableRow<Appointment> appointment, SqlFragment day) => Predicate.And(
        Predicate.Of($"{appointment[a => a.Kind]} in ('homeroom', 'acting')"),
        Predicate.Of($"{appointment[a => a.State]} = 'active'"),
        appointment.Contains(a => a.StartsOn, a => a.EndsOn, day));
}
