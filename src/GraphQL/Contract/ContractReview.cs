using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>A breaking difference, and why it is allowed.</summary>
/// <param name="Excuse">Null where it is not.</param>
public sealed record BreakingDifference(SchemaDifference Difference, string? Excuse);

/// <summary>A new contract held against the last one: what is different, and what of it the rules refuse.</summary>
public sealed class ContractReview
{
    private ContractReview(Schema last, Schema next, DateOnly day)
    {
        Differences = SchemaComparison.Compare(last, next);
        var removal = new RemovalRule(last, day);
        Breaking = [.. Differences.Where(d => d.Criticality == Criticality.Breaking).Select(d => new BreakingDifference(d, removal.Allows(d)))];
        LateNotices = FindLateNotices(last, next, day);
        Faults = NoticeRule.Faults(next);
    }

    /// <param name="last">The contract that clients have.</param>
    /// <param name="next">The one that is to take its place.</param>
    /// <param name="day">The business day on which it does.</param>
    public static ContractReview Of(Schema last, Schema next, DateOnly day) => new(last, next, day);

    public IReadOnlyList<SchemaDifference> Differences { get; }

    /// <summary>All breaking differences, allowed or not.</summary>
    public IReadOnlyList<BreakingDifference> Breaking { get; }

    /// <summary>Removals that are announced too late, as sentences.</summary>
    public IReadOnlyList<string> LateNotices { get; }

    /// <summary>Deprecations in another form than the one, as sentences. Nothing excuses them.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What breaks clients and did not go through a deprecation, as sentences; only a reason given by people excuses it.</summary>
    public IReadOnlyList<string> Refusals => [.. Breaking.Where(b => b.Excuse is null).Select(b => b.Difference.ToString()), .. LateNotices];

    private static IReadOnlyList<string> FindLateNotices(Schema last, Schema next, DateOnly day)
    {
        var before = SchemaElement.Of(last).ToDictionary(element => element.Coordinate, element => element.DeprecationReason);
        return
        [
            .. SchemaElement.Of(next)
                .Select(element => NoticeRule.FaultOfDay(element.Coordinate, before.GetValueOrDefault(element.Coordinate), element.DeprecationReason, day))
                .OfType<string>(),
        ];
    }
}
