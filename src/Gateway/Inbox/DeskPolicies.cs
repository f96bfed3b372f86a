using System.Linq.Expressions;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Inbox;

/// <summary>Whose desk it is: a desk is seen by who sits at it, whatever else anybody reads.</summary>
internal static class DeskPolicies
{
    /// <summary>The viewer's own, as a teacher, for a school's research office, or as a district's research officer.</summary>
    public static RowPolicy OnOwnDesk<T>(
        this RowPolicyBuilder<T> row, Expression<Func<T, object?>> district, Expression<Func<T, object?>> teacher,
        Expression<Func<T, object?>> officeSchool, Expression<Func<T, object?>> officerDistrict) =>
        AnyOf(
            row.InPart(district, row.In(Reach.Self, teacher), row.In(Reach.ResearchOffices, officeSchool)),
            AllOf(row.In(Reach.OfficerDistricts, district), row.In(Reach.OfficerDistricts, officerDistrict)));
}
