using HomeroomGraph.Data.Policies;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Policies;

/// <summary>The closed kinds of policies.</summary>
internal static class PolicyEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<PolicyValueKind>("PolicyValueKind", "What a policy's value is.")
            .Value(PolicyValueKind.Figure, "A number in a unit, within a range.")
            .Value(PolicyValueKind.Choice, "One of a few words."),
        new EnumDeclaration<PolicyUnit>("PolicyUnit", "What a policy's figure counts.")
            .Value(PolicyUnit.Years, "Years.")
            .Value(PolicyUnit.Months, "Months.")
            .Value(PolicyUnit.Weeks, "Weeks.")
            .Value(PolicyUnit.Days, "Days.")
            .Value(PolicyUnit.WorkingDays, "Working days (工作日) by the district's calendar. Rule O4.")
            .Value(PolicyUnit.Hours, "Hours (学时).")
            .Value(PolicyUnit.Count, "Persons, records or other things.")
            .Value(PolicyUnit.Loads, "Standard lesson loads (标准课时量)."),
    ];
}
