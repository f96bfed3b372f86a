using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>The spans of the calendar by which dates are grouped; a group's key is the first day of its span. A date has no time zone.</summary>
internal static class DateBucket
{
    /// <summary>The enum of the contract.</summary>
    public static readonly EnumType Type = Make();

    /// <summary>The first day of the span that the date lies in.</summary>
    public static SqlFragment Of(SqlFragment date, string bucket) => bucket switch
    {
        "DAY" => date,
        "WEEK" => Truncate(date, SqlFragment.Of($"'week'")),
        "MONTH" => Truncate(date, SqlFragment.Of($"'month'")),
        "QUARTER" => Truncate(date, SqlFragment.Of($"'quarter'")),
        "YEAR" => Truncate(date, SqlFragment.Of($"'year'")),
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };

    private static SqlFragment Truncate(SqlFragment date, SqlFragment span) => SqlFragment.Of($"date_trunc({span}, ({date})::timestamp)::date");

    private static EnumType Make()
    {
        var type = new EnumType("DateBucket") { Description = "The span of the calendar by which dates are grouped; the key is its first day." };
        type.Add(new EnumValue("DAY") { Description = "The day itself." });
        type.Add(new EnumValue("WEEK") { Description = "Monday to Sunday (ISO 8601)." });
        type.Add(new EnumValue("MONTH") { Description = "The month." });
        type.Add(new EnumValue("QUARTER") { Description = "The quarter of the calendar's year." });
        type.Add(new EnumValue("YEAR") { Description = "The calendar's year." });
        return type;
    }
}
