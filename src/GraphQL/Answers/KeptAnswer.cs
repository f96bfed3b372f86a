namespace HomeroomGraph.GraphQL.Answers;

/// <summary>A question that was asked before, and its answer where that is kept.</summary>
/// <param name="Client">Whose it is: the one whose room it takes.</param>
internal sealed record KnownQuestion(Question Question, string Client, AnswerBasis Basis, KeptAnswer? Answer)
{
    /// <summary>What remembering takes beside the answer, about.</summary>
    private const int Overhead = 400;

    public long Bytes => Overhead + (Answer?.Bytes ?? 0);
}

/// <summary>An answer without errors, as it was sent.</summary>
/// <param name="Version">Looked up before the data was read: the answer is as new or newer.</param>
/// <param name="Plain">The JSON text.</param>
/// <param name="Coding">The content coding of <paramref name="Coded"/>.</param>
internal sealed record KeptAnswer(AnswerVersion Version, byte[] Plain, string? Coding = null, byte[]? Coded = null)
{
    public long Bytes => Plain.Length + (Coded?.Length ?? 0);

    /// <summary>The answer in a content coding, where it was sent in it.</summary>
    public byte[]? In(string coding) => Coding == coding ? Coded : null;
}
