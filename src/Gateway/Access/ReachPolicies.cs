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
        AnyOf(row.In(Reach.Districts, district), row.In(Reach.PartDistricts, district));

    /// <summary>What belongs to a school: read by the district's readers and the school's, and by those whom <paramref name="others"/> name.</summary>
    public static RowPolicy OfSchool<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, Expression<Func<T, object?>> school, params RowPolicy[] others) =>
        AnyOf(
            row.In(Reach.Districts, district),
            AllOf(row.In(Reach.PartDistricts, district), AnyOf([row.In(Reach.Schools, school), .. others.Select(other => AllOf(row.In(Reach.SeenSchools, school), other))])));

    /// <summary>Read by a grade head: the class is of the grade.</summary>
    public static RowPolicy OfGrade(this RowPolicyBuilder<SchoolClass> row) =>
        row.InPairs((Reach.GradeSchools, Reach.Grades), c => c.SchoolId, c => c.Grade);

    /// <summary>Read by a grade head: appointments in the grade's classes.</summary>
    public static RowPolicy OfGrade(this RowPolicyBuilder<Appointment> row) =>
        AllOf(row.In(Reach.SeenSchools, a => a.SchoolId), row.Some<SchoolClass>(a => a.Class, c => c.OfGrade()));
}
