using System.Globalization;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Language;

/// <summary>Small phrases made of several texts, as each language puts them together.</summary>
internal static class Phrases
{
    private const int MonthsAYear = 12;

    /// <summary>A text about a number, which English words differently for one (key with <c>.One</c>) and Chinese does not.</summary>
    public static string Counted(this IStringLocalizer texts, string key, int count) =>
        count == 1 ? texts[key + ".One"] : texts[key, count.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>A role's name; a role newer than this program is shown by its code.</summary>
    public static string Role(this IStringLocalizer<SharedTexts> texts, ViewerRole role)
    {
        var text = texts[$"Role.{role.Role}"];
        return text.ResourceNotFound ? role.Role : text.Value;
    }

    /// <summary>How far a role reaches: district, school, grade; empty for a role without bounds.</summary>
    public static string Reach(this IStringLocalizer<SharedTexts> texts, ViewerRole role)
    {
        string?[] parts = [role.District?.Name, role.School?.Name, role.Grade is { } grade ? texts[$"Grade.{grade}"].Value : null];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>A period by its first and last day. The API's end is exclusive (the first day after), a reader's is not.</summary>
    public static string Period(this IStringLocalizer<SharedTexts> texts, DateOnly startsOn, DateOnly? endsOn) => endsOn is { } end
        ? texts["Period", startsOn.Text(), end.AddDays(-1).Text()]
        : texts["Since", startsOn.Text()];

    /// <summary>A length of service (年限): 7 years 3 months, 7年3个月.</summary>
    public static string Duration(this IStringLocalizer<SharedTexts> texts, int months)
    {
        var years = texts.Counted("Years", months / MonthsAYear);
        var rest = texts.Counted("Months", months % MonthsAYear);
        if (months < MonthsAYear)
            return rest;
        return months % MonthsAYear == 0 ? years : texts["Join", years, rest];
    }
}
