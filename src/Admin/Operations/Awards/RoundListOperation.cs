using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

public sealed record RoundListVariables(int? First, string? After, int? Last, string? Before, AwardRoundFilterInput? Where);

/// <summary>The parts of the contract's <c>AwardRoundFilterInput</c> that the list of selections uses; what is null is left out.</summary>
public sealed record AwardRoundFilterInput
{
    public EqualsInput<AwardKind>? Kind { get; init; }
    public EqualsInput<AwardLevel>? Level { get; init; }
    public EqualsInput<AwardRoundState>? State { get; init; }
    public SchoolYearFilterInput? SchoolYear { get; init; }
}

/// <summary>A school year by its first day, which districts share.</summary>
public sealed record SchoolYearFilterInput(EqualsInput<DateOnly> StartsOn);

public sealed record RoundListData(
    RolesOfViewer? Viewer, Connection<RoundRow> AwardRounds, Connection<WaitingRound> Waiting, Connection<SchoolYearOption> SchoolYears) : FramedData;

public sealed record RoundRow(
    string Id, string Name, AwardKind Kind, AwardLevel Level, AwardRoundState State, int? Places, DateOnly? NoticeEndsOn, int NominationCount, NameOnly? School,
    NameOnly? SchoolYear, NameOnly? Semester);

/// <summary>A selection in which it is the viewer's turn.</summary>
public sealed record WaitingRound(string Id, string Name, AwardRoundState State, DateOnly? NoticeEndsOn);
