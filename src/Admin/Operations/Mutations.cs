namespace HomeroomGraph.Admin.Operations;

/// <summary>The variables of a mutation: the contract gives each one <c>input</c>.</summary>
public sealed record InputVariables<TInput>(TInput Input);

/// <summary>The answer of a mutation whose document calls its payload <c>done</c>.</summary>
public sealed record DoneData<TPayload>(TPayload Done) where TPayload : IDone;

/// <summary>A payload: with errors nothing was done.</summary>
public interface IDone
{
    IReadOnlyList<Refusal> Errors { get; }
}

public sealed record Done(IReadOnlyList<Refusal> Errors) : IDone;

/// <summary>
/// Why something was not done; the message is the API's own, in English and Chinese. The path names the part of the input or of the
/// record, the rule is the domain's. Where somebody was first: where it is now, who took the step, and when; or the version that it has; or the paper that is recorded already.
/// </summary>
public sealed record Refusal(
    string Message, string Code, DateTimeOffset? Until = null, IReadOnlyList<string>? Path = null, string? Rule = null, string? State = null,
    string? TakenBy = null, DateTimeOffset? TakenAt = null, int? ActualVersion = null, RecordedPaper? Paper = null)
{
    /// <summary>Somebody has changed the record since it was read.</summary>
    public bool IsConflict => Code == "VERSION_CONFLICT";
}

/// <summary>The paper that another one is a duplicate of: rule R1.</summary>
public sealed record RecordedPaper(string Id, string Title);
