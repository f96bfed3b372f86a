using System.Linq.Expressions;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Training;

/// <summary>The row policies that training records share.</summary>
internal static class TrainingPolicies
{
    /// <summary>Programmes and sessions: of a school, seen by whoever works there; of the district, by whoever works at one of its schools.</summary>
    public static RowPolicy OfOrganiser<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, Expression<Func<T, object?>> school) => AnyOf(
            row.OfSchool(Reach.Homeroom, district, school, row.In(Reach.StaffSchools, school)),
            AllOf(row.In(Reach.StaffDistricts, district), row.IsNull(school)));

    /// <summary>What a teacher did for a school: read by the school, by the teacher, and by the head of a grade in which the teacher has a class.</summary>
    public static RowPolicy OfTeacherAtSchool<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, Expression<Func<T, object?>> school,
        Expression<Func<T, object?>> teacherId, Expression<Func<T, object?>> teacher) => row.OfSchool(
            Reach.Homeroom, district, school, row.In(Reach.Self, teacherId), row.Some<Teacher>(teacher, t => t.OfGrade()));

    /// <summary>What belongs to a teacher wherever at work: read as the teacher's homeroom records are.</summary>
    public static RowPolicy OfTeacher<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, Expression<Func<T, object?>> teacher) => AnyOf(
            row.In(Reach.Homeroom.Districts, district),
            row.InPart(district, row.Some<Teacher>(teacher, t => t.OfRecords(Reach.Homeroom))));
}
