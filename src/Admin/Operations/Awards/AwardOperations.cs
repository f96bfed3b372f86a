using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>schema/operations/Awards, as far as it is about awards that are granted or recorded: rules W1, W3, W4.</summary>
public static class AwardOperations
{
    public static Operation<AwardListVariables, AwardListData> List { get; } = new("Awards/AwardList");

    /// <summary>The list's rows as a file, of the API's exports and not a page's question.</summary>
    public static Operation<AwardListVariables, AwardListData> Export { get; } = new("Awards/AwardExport");

    public static Operation<AwardVariables, AwardDetailsData> Details { get; } = new("Awards/AwardDetails");
    public static Operation<NoVariables, AwardFormData> Form { get; } = new("Awards/AwardForm");
    public static Operation<InputVariables<AwardInput>, DoneData<AwardDone>> Record { get; } = new("Awards/RecordOutsideAward");
    public static Operation<InputVariables<AwardInput>, DoneData<AwardDone>> Revoke { get; } = new("Awards/RevokeAward");
}

/// <summary>The input of a mutation, by the contract's names; what is not in it is left as it is.</summary>
public sealed class AwardInput : Dictionary<string, object?>;

public sealed record AwardDone(RowId? Award, IReadOnlyList<Refusal> Errors) : IDone;
