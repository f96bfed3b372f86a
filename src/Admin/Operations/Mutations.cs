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

/// <summary>Why something was not done; the message is the API's own, in English and Chinese.</summary>
public sealed record Refusal(string Message, string Code, DateTimeOffset? Until = null);
