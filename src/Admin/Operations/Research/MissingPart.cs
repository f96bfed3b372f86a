namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>A part that a submission still lacks, in the words of the refusal that it would be (rules P1 to P4, P6, P15).</summary>
/// <param name="Path">From the project down: <c>background</c>, or <c>stages</c> and the stage's place.</param>
public sealed record MissingPart(string Code, string Rule, IReadOnlyList<string> Path, string Message)
{
    public Refusal AsRefusal() => new(Message, Code, Path: ["project", .. Path], Rule: Rule);
}
