using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>schema/operations/Awards, as far as it is about reward rules (奖励条例) as dated data: rule W4.</summary>
public static class RewardRuleOperations
{
    public static Operation<RewardRuleListVariables, RewardRuleListData> List { get; } = new("Awards/RewardRuleList");
    public static Operation<InputVariables<AwardInput>, DoneData<Done>> Set { get; } = new("Awards/SetRewardRule");
    public static Operation<InputVariables<AwardInput>, DoneData<Done>> End { get; } = new("Awards/EndRewardRule");
}

public sealed record RewardRuleListVariables(int? First, string? After, int? Last, string? Before, RewardRuleFilterInput? Where);

/// <summary>The parts of the contract's <c>RewardRuleFilterInput</c> that the page uses; what is null is left out.</summary>
public sealed record RewardRuleFilterInput(EqualsInput<AwardKind>? Kind = null, EqualsInput<bool>? IsInForce = null);

public sealed record RewardRuleListData(RolesOfViewer? Viewer, Connection<RewardRuleRow> RewardRules) : FramedData;

public sealed record RewardRuleRow(
    string Id, AwardKind Kind, AwardLevel Level, AwardGrade Grade, decimal Points, DateOnly StartsOn, DateOnly? EndsOn, bool IsInForce, string? Note, NamedRow? School, NamedRow? District);
