using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>How removals are announced: in the form of <see cref="DeprecationNotice"/>, with a replacement that stays, and early enough.</summary>
public static class NoticeRule
{
    /// <summary>Days from the contract in which a removal is announced to the last day on which the element is there.</summary>
    public const int NoticeDays = 90;

    /// <summary>What is wrong with the deprecations of a schema, whatever the day; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(Schema schema)
    {
        var elements = SchemaElement.Of(schema).ToDictionary(element => element.Coordinate);
        return [.. elements.Values.Select(Fault).OfType<string>()];

        string? Fault(SchemaElement element) => element.DeprecationReason switch
        {
            null => null,
            var reason when DeprecationNotice.Find(reason) is { } notice => FaultOfReplacement(element.Coordinate, notice.Use),
            _ => $"{element.Coordinate} is deprecated, but not in the form \"Use COORDINATE. Removal after YYYY-MM-DD.\".",
        };

        string? FaultOfReplacement(string coordinate, string use) => elements.GetValueOrDefault(use) switch
        {
            null => $"{coordinate} is to be replaced by {use}, which is not in the schema.",
            { DeprecationReason: not null } => $"{coordinate} is to be replaced by {use}, which is deprecated itself.",
            _ => null,
        };
    }

    /// <summary>Why a removal is announced too late; null where it is not, or where the difference announces none.</summary>
    /// <param name="older">The reason before; null where there was none.</param>
    /// <param name="newer">The reason now; null where there is none.</param>
    /// <param name="day">The business day of the new contract.</param>
    internal static string? FaultOfDay(string coordinate, string? older, string? newer, DateOnly day)
    {
        if (newer is null || DeprecationNotice.Find(newer) is not { RemovalAfter: var last }) return null;
        bool wasAnnounced = older is not null && DeprecationNotice.Find(older) is { RemovalAfter: var before } && before <= last;
        var earliest = day.AddDays(NoticeDays);
        return wasAnnounced || last >= earliest ? null : $"{coordinate} is announced for {last:yyyy-MM-dd}; the earliest day is {earliest:yyyy-MM-dd}.";
    }
}
