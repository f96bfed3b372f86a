using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/ProjectList.graphql: a page of research projects, and the subjects and schools to filter by.</summary>
public static class ProjectListOperation
{
    public static Operation<ProjectListVariables, ProjectListData> Operation { get; } = new("Research/ProjectList");
}

public sealed record ProjectListVariables(
    int? First, string? After, int? Last, string? Before, ProjectFilterInput? Where, IReadOnlyList<ProjectSortInput>? Order, string? Search);

public sealed record ProjectListData(
    RolesOfViewer? Viewer, Connection<ProjectRow> ResearchProjects, Connection<CodedName> Subjects, Connection<NamedRow> Schools) : FramedData;

public sealed record ProjectRow(
    string Id, string? Number, string Title, ProjectLevel Level, ProjectState State, DateOnly CreatedOn, DateOnly? DueOn, bool IsOverdue,
    int OverdueTaskCount, int OpenInspectionCount, int NewsCount, NameOnly? LeadingMember, NameOnly? School, NameOnly? Subject);

/// <summary>Something that is only named.</summary>
public sealed record NameOnly(string Name);

/// <summary>Something to choose by its code.</summary>
public sealed record CodedName(string Code, string Name);

/// <summary>Something to choose by its id.</summary>
public sealed record NamedRow(string Id, string Name);
