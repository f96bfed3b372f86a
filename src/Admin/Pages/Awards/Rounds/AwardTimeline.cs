using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>What happened to a selection or nomination, the last first, in the reader's words.</summary>
public static class AwardTimeline
{
    /// <summary>Steps that name their nomination are the nomination's, others the selection's.</summary>
    public static IReadOnlyList<AwardTimelineEntry> OfRound(IEnumerable<AwardStateChange> changes, IStringLocalizer<AwardTexts> texts) =>
        [.. changes.Select(change => Entry(change, change.Nomination is { } nomination
            ? texts["Timeline.Nomination", nomination.Name, texts[$"NominationState.{Code(change.ToState)}"].Value]
            : texts[$"RoundState.{Code(change.ToState)}"]))];

    public static IReadOnlyList<AwardTimelineEntry> OfNomination(IEnumerable<AwardStateChange> changes, IStringLocalizer<AwardTexts> texts) =>
        [.. changes.Select(change => Entry(change, texts[$"NominationState.{Code(change.ToState)}"]))];

    private static AwardTimelineEntry Entry(AwardStateChange change, string title) => new(change.ChangedAt, title, change.ChangedBy, change.Remark, change.ToState switch
    {
        "granted" or "eligible" or "closed" => "good",
        "notice" => "notice",
        "rejected" or "ineligible" or "withdrawn" or "cancelled" => "alarm",
        _ => "plain",
    });

    // The contract writes the states of both machines in small letters here.
    private static string Code(string state) => state.ToUpperInvariant();
}

/// <summary>A step that was taken: when, what, by whom, what was said, and how it looks.</summary>
public sealed record AwardTimelineEntry(DateTimeOffset At, string Title, string Who, string? Text, string Tone);
