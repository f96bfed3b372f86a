using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Appointments;
using HomeroomGraph.Gateway.Mentoring;
using HomeroomGraph.Gateway.Search;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class TeacherType() : TableType<Teacher>("Teacher", "A teacher (教师). Rule O5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Teacher> row) => row.OfRecords(Reach.Organisation);

    protected override void Search(SearchBuilder<Teacher> rows) => rows
        .By<TeacherToken>(
            Words.Read, k => k.Place, k => k.Weight, [k => k.Written, k => k.Spoken, k => k.Initials],
            (k => k.DistrictId, t => t.DistrictId), (k => k.TeacherId, t => t.TeacherId))
        .Of<Teacher>(t => t.Name, t => t.StaffNumber).ReadAs(t => t.Pinyin);

    protected override void Configure(TableTypeDescriptor<Teacher> type)
    {
        type.Root.List("teachers", "The teachers that the viewer sees.")
            .Groups("Groups of the teachers that the viewer sees. Rule O5.")
            .Changes("teacherChanged", "Tells of teachers that the viewer sees when they change. Rule V4.")
            .ById("teacher", "A teacher by the id.")
            .ByKey("teacherByStaffNumber", "A teacher by the staff number.", t => t.StaffNumber, owner: t => t.District);

        type.Field(t => t.StaffNumber, "The staff number (教职工号). Rule O5.").Filterable().Sortable();
        type.Field(t => t.Name, "The name as written.").Filterable().Sortable();
        type.Field(t => t.Pinyin, "The name in pinyin: the order of lists. Rule O5.").Filterable().Sortable();
        type.Field(t => t.StrokeOrder, "The name by its strokes: ordered by it, a list stands by the number of the surname's strokes (按姓氏笔画), then by their order. Rule O5.")
            .Sortable();
        type.Field(t => t.Gender, "The gender, where recorded; for who works with the teacher.").VisibleTo(t => t.AsColleague()).Filterable().Groupable();
        type.Field(t => t.Status, "Whether the teacher is at work. Rule O5.").Filterable().Sortable().Groupable();
        type.Field(t => t.StartedWorkOn, "The day on which the teacher began to work (参加工作时间); for who works with the teacher.").VisibleTo(t => t.AsColleague()).Filterable().Sortable().GroupableByTime().Measurable();
        type.Field(t => t.EarlierHomeroomMonths, "Homeroom service in months from before the recorded appointments; for who works with the teacher. Rule O5.").VisibleTo(t => t.AsColleague())
            .Filterable();
        type.Computed("homeroomServiceMonths", "Homeroom service in whole months until a day: appointments and the earlier service; for who works with the teacher. Rule O5.",
                SqlTypes.Integer, (teacher, arguments) => ServiceMonths(teacher, arguments.DateOrToday("on"))).VisibleTo(t => t.AsColleague())
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable().Measurable();
        type.Computed("homeroomServiceYears", "Homeroom service in completed years until a day; for who works with the teacher. Rule O5.",
                SqlTypes.Integer, (teacher, arguments) => SqlFragment.Of($"({ServiceMonths(teacher, arguments.DateOrToday("on"))} / 12)")).VisibleTo(t => t.AsColleague())
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable().Groupable().Measurable();
        type.ToOne(t => t.District, "The district.").Filterable().Sortable().Groupable();
        type.ToOne<School>("school", "The school of the primary employment on a day. Rule O5.", (teacher, school, arguments) =>
                school.Some<Employment>(s => s.Employments, employment => Predicate.And(
                    employment.Is(teacher, (e => e.DistrictId, t => t.DistrictId), (e => e.TeacherId, t => t.TeacherId)),
                    Predicate.Of($"{employment[e => e.IsPrimary]}"),
                    employment.Contains(e => e.StartsOn, e => e.EndsOn, arguments.DateOrToday("on")))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable().Groupable();
        TeacherOnADay.Declare(type);
        type.ToMany(t => t.Employments, "All employments. Rule O5.").Filterable().Sortable();
        type.ToMany(t => t.Appointments, "All appointments as homeroom teacher, acting or deputy. Rule A1.").Filterable().Sortable();
        type.ToMany(t => t.Titles, "The professional titles held. Rule O5.").Filterable().Sortable();
        type.ToMany<Subject>("subjects", "The subjects taught. Rule O5.", (teacher, subject, _) =>
                subject.Some<TeacherSubject>(s => s.Teachers, link => link.Is(
                    teacher, (l => l.DistrictId, t => t.DistrictId), (l => l.TeacherId, t => t.TeacherId))))
            .Filterable().Sortable();
        type.ToMany(t => t.SemesterAssessments, "The semester assessments as a homeroom teacher. Rule E4.").Filterable().Sortable();
        type.ToMany<TeacherArchive>("archives", "The archives by semester, and what is missing of them. Rule V1.", (teacher, archive, _) => archive.Is(
            teacher, (a => a.DistrictId, t => t.DistrictId), (a => a.TeacherId, t => t.TeacherId))).Filterable();
        type.ToMany(t => t.SemesterReports, "The plans and summaries of semesters. Rule V1.").Filterable().Sortable();
        TeacherRecords.Research(type);
        TeacherRecords.Papers(type);
        type.ToMany(t => t.ResearchGroups, "The times in research groups, as member or head. Rule O1.", name: "researchGroupMemberships").Filterable().Sortable();
        type.ToMany(t => t.OfficePosts, "The posts in offices. Rule O1.").Filterable().Sortable();
        type.ToMany(t => t.GradeTeams, "The times as head of a grade team. Rule O3.", name: "gradeTeamHeadships").Filterable().Sortable();
        type.ToMany(t => t.AwardNominations, "The nominations for awards. Rule W3.").Filterable().Sortable();
        type.ToMany(t => t.Awards, "The awards. Rule W1.").Filterable().Sortable().Groups();
        type.ToMany(t => t.RewardPoints, "The ledger of points (奖励积分). Rule W4.", name: "rewardPointEntries").Filterable().Sortable();
        type.Computed("rewardPoints", "The points: the sum of the ledger's entries that the viewer sees, always. Rule W4.", SqlTypes.Decimal,
            (teacher, _) => teacher.Sum<RewardPoint>(t => t.RewardPoints, p => p.Points)).Filterable().Sortable().Measurable();
        AppointmentFields.OfTeacher(type);
        TrainingFields.OfTeacher(type);
        MentoringFields.OfTeacher(type);
        type.OrderedBy(t => t.Pinyin);
    }

    /// <summary>One definition, the database's.</summary>
    internal static SqlFragment ServiceMonths(TableRow<Teacher> teacher, SqlFragment day) => SqlFragment.Of(
        $"homeroom.service_months({teacher[t => t.EarlierHomeroomMonths]}, {teacher[t => t.HomeroomService]}, {day})");
}
