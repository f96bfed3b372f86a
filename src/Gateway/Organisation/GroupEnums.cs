using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

/// <summary>The closed kinds and posts of groups and offices, and of calendar days.</summary>
internal static class GroupEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<ResearchGroupKind>("ResearchGroupKind", "What a research group is for. Rule O1.")
            .Value(ResearchGroupKind.Subject, "Of one subject (学科教研组).")
            .Value(ResearchGroupKind.Central, "Of the heads of the subjects' groups (中心教研组)."),
        new EnumDeclaration<ResearchGroupPost>("ResearchGroupPost", "A teacher's post in a research group.")
            .Value(ResearchGroupPost.Head, "Head (教研组长).")
            .Value(ResearchGroupPost.Member, "Member (组员)."),
        new EnumDeclaration<OfficeKind>("OfficeKind", "What an office does. Rules O2, O3.")
            .Value(OfficeKind.Principal, "The principal's office (校长室): leads.")
            .Value(OfficeKind.Research, "The research office (教科室): manages research.")
            .Value(OfficeKind.AcademicAffairs, "Academic affairs (教务处): subjects and groups.")
            .Value(OfficeKind.MoralEducation, "The moral-education office (政教处): homeroom work.")
            .Value(OfficeKind.GeneralAffairs, "General affairs (总务处).")
            .Value(OfficeKind.Other, "Any other, by its name."),
        new EnumDeclaration<OfficePost>("OfficePost", "A teacher's post in an office.")
            .Value(OfficePost.Head, "Head (主任, 校长).")
            .Value(OfficePost.Deputy, "Deputy (副主任, 副校长).")
            .Value(OfficePost.Staff, "Staff (干事)."),
        new EnumDeclaration<CalendarDayKind>("CalendarDayKind", "How a day differs from its weekday. Rule O4.")
            .Value(CalendarDayKind.Holiday, "Free, whatever the weekday (节假日).")
            .Value(CalendarDayKind.Workday, "Worked, whatever the weekday (调休)."),
    ];
}
