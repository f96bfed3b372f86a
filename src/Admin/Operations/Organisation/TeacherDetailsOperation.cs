using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/TeacherDetails.graphql: a teacher with employments, titles and appointments over the years.</summary>
public static class TeacherDetailsOperation
{
    public static Operation<TeacherDetailsVariables, TeacherDetailsData> Operation { get; } = new("Organisation/TeacherDetails");
}

public sealed record TeacherDetailsVariables(string Id);

public sealed record TeacherDetailsData(TeacherDetails? Teacher) : FramedData;

public sealed record TeacherDetails(
    string Id, string StaffNumber, string Name, string Pinyin, Gender? Gender, TeacherStatus Status, DateOnly? StartedWorkOn,
    int? HomeroomServiceMonths, SchoolName? School, decimal RewardPoints, Counted RewardPointEntries, Connection<TitleRow> Titles,
    Connection<SubjectName> Subjects, Connection<EmploymentRow> Employments, Connection<AppointmentRow> Appointments);

public sealed record SchoolName(string Id, string Name);

public sealed record SubjectName(string Name);

public sealed record TitleRow(TeacherTitle Title, DateOnly StartsOn, DateOnly? EndsOn);

public sealed record EmploymentRow(bool IsPrimary, DateOnly StartsOn, DateOnly? EndsOn, SchoolName School);

public sealed record AppointmentRow(
    string Id, AppointmentKind Kind, AppointmentState State, DateOnly StartsOn, DateOnly? EndsOn, AppointmentEndReason? EndReason,
    ClassName Class, SchoolName School);

public sealed record ClassName(string Name, SchoolYearName SchoolYear);
