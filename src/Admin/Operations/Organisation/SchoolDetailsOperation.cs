using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/SchoolDetails.graphql: a school with its classes and their homeroom teachers on a date.</summary>
public static class SchoolDetailsOperation
{
    public static Operation<SchoolDetailsVariables, SchoolDetailsData> Operation { get; } = new("Organisation/SchoolDetails");
}

public sealed record SchoolDetailsVariables(string Id, DateOnly On);

public sealed record SchoolDetailsData(SchoolDetails? School) : FramedData;

public sealed record SchoolDetails(
    string Id, string Code, string Name, SchoolStage Stage, SchoolStatus Status, int ClassCount, int TeacherCount,
    DistrictName District, Connection<ClassRow> Classes);

public sealed record ClassRow(
    string Id, string Name, int Grade, int? HeadCount, SchoolYearName SchoolYear, ClassAppointment? HomeroomAppointment);

public sealed record SchoolYearName(string Name);

public sealed record ClassAppointment(AppointmentKind Kind, DateOnly StartsOn, PersonName Teacher);

public sealed record PersonName(string Id, string Name);
