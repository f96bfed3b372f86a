using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Import;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>Kinds and steps in the reader's words, and the report's own words in the reader's language.</summary>
internal static class ImportPhrases
{
    public static string Kind(this IStringLocalizer<ImportTexts> texts, string kind) => texts.Known($"ImportKind.{kind}") ?? kind;

    public static string Step(this IStringLocalizer<ImportTexts> texts, string step) => texts.Known($"Step.{step}") ?? step;

    public static string RecordKind(this IStringLocalizer<ImportTexts> texts, string kind) => texts.Known($"RecordKind.{kind}") ?? kind;

    public static string Why(this ImportFinding finding) => IsChinese ? finding.Chinese : finding.English;

    /// <summary>What hangs on the wrong row, said once with it instead of once for each.</summary>
    public static string Consequences(this ImportFinding finding) => IsChinese ? finding.ConsequencesChinese : finding.ConsequencesEnglish;

    public static string What(this ImportAside aside) => IsChinese ? aside.Chinese : aside.English;

    public static string? Failure(this ImportRunDetails run) => IsChinese ? run.FailureChinese : run.FailureEnglish;

    private static bool IsChinese => Languages.Current == Languages.Chinese;

    private static string? Known(this IStringLocalizer<ImportTexts> texts, string key)
    {
        var text = texts[key];
        return text.ResourceNotFound ? null : text.Value;
    }
}
