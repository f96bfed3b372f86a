using System.Globalization;
using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A CSL-JSON date: <c>date-parts</c> of one day or two, numbers or their text; or <c>raw</c>, or <c>literal</c>.</summary>
internal static class CslDate
{
    public static ReferenceDate? Of(JsonElement item, string field)
    {
        if (!item.TryGetProperty(field, out var date) || date.ValueKind != JsonValueKind.Object) return null;
        var isEstimated = date.TryGetProperty("circa", out var circa) && circa.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.Number => circa.GetRawText() != "0",
            JsonValueKind.String => circa.GetString() is not ("" or "0" or "false"),
            _ => false,
        };
        if (date.TryGetProperty("date-parts", out var parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0
            && Day(parts[0]) is { } from)
            return new() { From = from, To = parts.GetArrayLength() > 1 ? Day(parts[1]) : null, IsEstimated = isEstimated };
        if (CslReference.Text(date, "raw") is { } raw && DateText.Read(raw) is { } read) return read with { IsEstimated = isEstimated };
        return CslReference.Text(date, "literal") is { } literal ? new() { Literal = literal, IsEstimated = isEstimated } : null;
    }

    private static ReferenceDay? Day(JsonElement parts)
    {
        if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() == 0 || Part(parts, 0) is not { } year || year == 0) return null;
        var month = Part(parts, 1) is >= 1 and <= 12 and var m ? m : 0;
        var day = month > 0 && Part(parts, 2) is >= 1 and <= 31 and var d ? d : 0;
        return new(year, month, day);
    }

    private static int? Part(JsonElement parts, int at) =>
        at < parts.GetArrayLength()
        && int.TryParse(parts[at].ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 9999
            ? number : null;
}
