using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/TargetList.graphql: the targets of schools and where they stand, and coverage: rules P12, P13.</summary>
public static class TargetListOperation
{
    public static Operation<TargetListVariables, TargetListData> Operation { get; } = new("Research/TargetList");

    /// <summary>schema/operations/Research/SetResearchTarget.graphql.</summary>
    public static Operation<InputVariables<StepInput>, DoneData<Done>> Set { get; } = new("Research/SetResearchTarget");
}

public sealed record TargetListVariables(int? First, string? After, int? Last, string? Before, TargetFilterInput Where);

public sealed record TargetFilterInput
{
    public YearFilterInput? SchoolYear { get; init; }
    public EqualsInput<bool>? IsMet { get; init; }
}

/// <summary>A school year by its first day, which districts share; else the current one.</summary>
public sealed record YearFilterInput(EqualsInput<DateOnly>? StartsOn = null, EqualsInput<bool>? IsCurrent = null);

public sealed record TargetListData(
    OfficeViewer? Viewer, Connection<TargetRow> ResearchTargets, Connection<YearOption> SchoolYears, Connection<NamedRow> Schools, Connection<SchoolCoverage> Coverage) : FramedData;

public sealed record OfficeViewer(IReadOnlyList<OfficeRole> Roles);

public sealed record OfficeRole(string Role, NamedRow? School);

public sealed record TargetRow(
    string Id, ProjectLevel Level, int Minimum, int? Maximum, int ProjectCount, bool IsMet, NamedRow? School, NameOnly? SchoolYear);

public sealed record YearOption(string Id, string Name, DateOnly StartsOn, bool IsCurrent, NameOnly? District);

public sealed record SchoolCoverage(int TeacherCount, int ParticipantCount, int SubjectCount, int CoveredSubjectCount, CoveredSchool? School);

public sealed record CoveredSchool(string Id, string Name, Connection<UncoveredGroup> ResearchGroupsWithoutProject);

/// <summary>A subject's group without a running project of the school: rule P13.</summary>
public sealed record UncoveredGroup(string Name, NameOnly? Subject);
