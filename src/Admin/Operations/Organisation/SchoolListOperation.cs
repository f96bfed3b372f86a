using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/SchoolList.graphql: a page of schools, and the districts to filter by.</summary>
public static class SchoolListOperation
{
    public static Operation<SchoolListVariables, SchoolListData> Operation { get; } = new("Organisation/SchoolList");
}

public sealed record SchoolListVariables(
    int? First, string? After, int? Last, string? Before, SchoolFilterInput? Where, IReadOnlyList<SchoolSortInput> Order);

public sealed record SchoolListData(Connection<SchoolRow> Schools, Connection<DistrictOption> Districts) : FramedData;

public sealed record SchoolRow(
    string Id, string Code, string Name, SchoolStage Stage, SchoolStatus Status, int ClassCount, int TeacherCount, DistrictName District);

public sealed record DistrictName(string Name, string? City = null);

public sealed record DistrictOption(string? Code, string Name);
