using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

/// <summary>Training as it is asked of a teacher, a school, a class and a district. What is worked out from a teacher's records is null for a
/// viewer who does not read them: no hours would be a wrong answer.</summary>
internal static class TrainingFields
{
    private const string Day = "The day; today where it is left out, and in filters and orders.";

    public static void OfTeacher(TableTypeDescriptor<Teacher> type)
    {
        type.ToMany(t => t.TrainingAttendances, "The training sessions attended, or not. Rule T2.").Filterable().Sortable();
        type.ToMany(t => t.StudyNotes, "The study notes. Rule T3.").Filterable().Sortable();
        type.ToMany(t => t.ModuleTests, "The module tests taken. Rule T3.").Filterable().Sortable();
        type.ToMany(t => t.Certificates, "The training certificates. Rule T5.").Filterable().Sortable();
        type.ToMany(t => t.EducationCredits, "The continuing-education ledger. Rule T8.").Filterable().Sortable();
        type.ToMany(t => t.MeetingAttendances, "The meetings attended, or not. Rule T6.").Filterable().Sortable();
        type.ToMany(t => t.BackboneDesignations, "The designations as backbone teacher. Rule T9.").Filterable().Sortable();
        type.ToMany(t => t.BackboneDuties, "What the teacher owes as backbone teacher. Rule T9.").Filterable().Sortable();
        Hours(type);
        type.Computed("hasValidCertificate", "The teacher holds a valid homeroom certificate on a day. Rules A3, T5.", SqlTypes.Boolean,
                (teacher, arguments) => teacher.Some<Certificate>(t => t.Certificates, certificate => Predicate.And(
                    Predicate.Of($"{certificate[c => c.Kind]} = 'homeroom'"),
                    CertificateType.IsValid(certificate, arguments.DateOrToday("on")))).Sql).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable();
    }

    public static void OfSchool(TableTypeDescriptor<School> type)
    {
        type.ToMany(s => s.TrainingProgrammes, "The school's own training programmes. Rule T1.").Filterable().Sortable();
        type.ToMany(s => s.TrainingSessions, "The school's own training sessions. Rule T4.").Filterable().Sortable();
        type.ToMany(s => s.IssuedCertificates, "The certificates that the school issued. Rule T5.").Filterable().Sortable();
        type.ToMany(s => s.Meetings, "Its homeroom and class meetings. Rule T6.").Filterable().Sortable();
    }

    public static void OfClass(TableTypeDescriptor<SchoolClass> type) =>
        type.ToMany(c => c.Meetings, "Its class meetings. Rule T6.").Filterable().Sortable();

    public static void OfDistrict(TableTypeDescriptor<District> type) =>
        type.ToMany(d => d.EducationCycles, "Its continuing-education cycles. Rule T8.").Filterable().Sortable();

    private static void Hours(TableTypeDescriptor<Teacher> type)
    {
        type.Computed("trainingHours", "The hours counted in the school year that contains a day. Rule T2. "
                    + "Null where the viewer does not read the teacher's homeroom records.",
                SqlTypes.Decimal, (teacher, arguments) => TrainingHours(teacher, arguments.DateOrToday("on"))).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
        type.Computed("hasTrainingHours", "The hours of that school year are as many as the district's policy asks for. Rule T2.",
                SqlTypes.Boolean, (teacher, arguments) => SqlFragment.Of(
                    $"""
                    ({TrainingHours(teacher, arguments.DateOrToday("on"))}
                     >= homeroom.policy_figure({teacher[t => t.DistrictId]}, null, 't2_hours_a_school_year', {arguments.DateOrToday("on")}))
                    """)).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable();
        type.Computed("educationHours", "The continuing-education hours of the cycle that contains a day, without those of the probation. Rule T8.",
                SqlTypes.Decimal, (teacher, arguments) => EducationHours(teacher, arguments.DateOrToday("on"))).VisibleTo(t => t.OfRecords(Reach.Homeroom))
            .Argument("on", DateScalar.Instance, Day).Filterable().Sortable();
    }

    private static SqlFragment TrainingHours(TableRow<Teacher> teacher, SqlFragment day)
    {
        var year = SqlFragment.Of($"homeroom.school_year_of({teacher[t => t.DistrictId]}, {day})");
        return teacher.Sum<TrainingAttendance>(t => t.TrainingAttendances, a => a.Hours, attendance =>
            Predicate.Of($"{attendance[a => a.HeldOn]} >= lower({year}) and {attendance[a => a.HeldOn]} < upper({year})"));
    }

    private static SqlFragment EducationHours(TableRow<Teacher> teacher, SqlFragment day)
    {
        var cycle = SqlFragment.Of($"homeroom.education_cycle_of({teacher[t => t.DistrictId]}, {day})");
        return teacher.Sum<EducationCredit>(t => t.EducationCredits, c => c.Hours, credit => Predicate.And(
            Predicate.Of($"not {credit[c => c.InProbation]}"),
            Predicate.Of($"{credit[c => c.EarnedOn]} >= lower({cycle}) and {credit[c => c.EarnedOn]} < upper({cycle})")));
    }
}
