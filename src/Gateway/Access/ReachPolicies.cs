using System.Linq.Expressions;
using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The row policies that several types share, in the words of <see cref="Reach"/>. Each stays inside what row-level security
/// lets through, so that wall two changes no answer.</summary>
internal static class ReachPolicies
{
    /// <summary>What belongs to a district and is no secret in it: seen by everyone with a role there.</summary>
    public static RowPolicy OfDistrict<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district) =>
        AnyOf(row.In(Reach.SeenDistricts, district), row.In(Reach.PartDistricts, district));

    /// <summary>What belongs to a school: read by the area's readers of the district and of the school, and, among those who
    /// have a role at the school, by those whom <paramref name="others"/> name.</summary>
    public static RowPolicy OfSchool<T>(
        this RowPolicyBuilder<T> row, ReadingArea area,
        Expression<Func<T, object?>> district, Expression<Func<T, object?>> school, params RowPolicy[] others) =>
        AnyOf(
            row.In(area.Districts, district),
            row.InPart(district, [row.In(area.Schools, school), .. others.Select(other => AllOf(row.In(Reach.SeenSchools, school), other))]));

    /// <summary>As <see cref="OfSchool"/>; where the row is of the whole district and not of a school, seen by everyone with a role there.</summary>
    public static RowPolicy OfSchoolOrDistrict<T>(
        this RowPolicyBuilder<T> row, ReadingArea area,
        Expression<Func<T, object?>> district, Expression<Func<T, object?>> school, params RowPolicy[] others) =>
        AnyOf(row.OfSchool(area, district, school, others), AllOf(row.OfDistrict(district), row.IsNull(school)));

    /// <summary>What belongs to a school and is no secret in it: read by the area's readers, and by everyone with a role at the school.</summary>
    public static RowPolicy AtSchool<T>(
        this RowPolicyBuilder<T> row, ReadingArea area, Expression<Func<T, object?>> district, Expression<Func<T, object?>> school) =>
        AnyOf(row.In(area.Districts, district), row.InPart(district, row.In(Reach.SeenSchools, school)));

    /// <summary>One of the policies holds for the row, and it lies in a district in which the viewer has a role. For who is assigned to a
    /// record of another school (members, reviewers, mentors): the database's reach.assigned_schools lets these through.</summary>
    public static RowPolicy InPart<T>(this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, params RowPolicy[] policies) =>
        AllOf(row.In(Reach.PartDistricts, district), AnyOf(policies));

    /// <summary>Read by a grade head: the class is of the grade.</summary>
    public static RowPolicy OfGrade(this RowPolicyBuilder<SchoolClass> row) =>
        row.InPairs((Reach.GradeSchools, Reach.Grades), c => c.SchoolId, c => c.Grade);

    /// <summary>Read by a grade head: appointments in the grade's classes.</summary>
    public static RowPolicy OfGrade(this RowPolicyBuilder<Appointment> row) =>
        AllOf(row.In(Reach.SeenSchools, a => a.SchoolId), row.Some<SchoolClass>(a => a.Class, c => c.OfGrade()));

    /// <summary>Read by a grade head: teachers with an appointment in the grade's classes.</summary>
    public static RowPolicy OfGrade(this RowPolicyBuilder<Teacher> row) => row.Some<Appointment>(t => t.Appointments, a => a.OfGrade());

    /// <summary>A teacher whose records of the area the viewer reads: as a reader of the district or of a school that employs or employed
    /// the teacher, as the teacher, or as the head of a grade in which the teacher has a class.</summary>
    public static RowPolicy OfRecords(this RowPolicyBuilder<Teacher> row, ReadingArea area) => AnyOf(
        row.In(area.Districts, t => t.DistrictId),
        row.InPart(
            t => t.DistrictId,
            row.Some<Employment>(t => t.Employments, e => e.In(area.Schools, x => x.SchoolId)),
            AllOf(
                row.Some<Employment>(t => t.Employments, e => e.In(Reach.SeenSchools, x => x.SchoolId)),
                AnyOf(row.In(Reach.Self, t => t.TeacherId), row.OfGrade()))));

    /// <summary>A teacher of whom the viewer may know what is personal: as a reader of the district, as the teacher, or having a role at a school
    /// where the teacher works today. A school that the teacher has left keeps its records, and not the person's.</summary>
    public static RowPolicy AsColleague(this RowPolicyBuilder<Teacher> row) => AnyOf(
        row.In(Reach.Organisation.Districts, t => t.DistrictId),
        row.InPart(
            t => t.DistrictId,
            row.In(Reach.Self, t => t.TeacherId),
            row.Some<Employment>(t => t.Employments, e => AllOf(e.In(Reach.SeenSchools, x => x.SchoolId), e.HoldsToday(x => x.StartsOn, x => x.EndsOn)))));

    /// <summary>A class that the viewer heads or headed, or whose deputy the viewer is or was.</summary>
    public static RowPolicy OwnClass(this RowPolicyBuilder<SchoolClass> row) =>
        row.Some<Appointment>(c => c.Appointments, a => a.In(Reach.Self, x => x.TeacherId));
}
