using HomeroomGraph.GraphQL.Answers;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>What is kept of answers for those who ask again. The defaults are the engine's.</summary>
public static partial class SettingsTable
{
    private static readonly AnswerOptions KeptAnswers = new();

    public static readonly Setting AnswerMegabytes = new("Homeroom__AnswerMegabytes", Text(KeptAnswers.MaxBytes >> 20),
        "Memory, in MiB, for answers that are kept until the data changes; 0 keeps none. An answer of more than a sixteenth of it is not kept.");

    public static readonly Setting AnswerEntries = new("Homeroom__AnswerEntries", Text(KeptAnswers.MaxEntries),
        "Questions that are remembered with or without their answer.");

    private static IReadOnlyList<Setting> Answers => [AnswerMegabytes, AnswerEntries];
}
