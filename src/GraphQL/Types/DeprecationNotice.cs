using System.Globalization;
using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>The one form that a deprecation of a contract has: what to use instead and when it goes, so that programs can read it
/// too. <c>Use Teacher.name. Removal after 2027-03-01.</c></summary>
/// <param name="Use">The replacement, as a schema coordinate (spec 3.14).</param>
/// <param name="RemovalAfter">The last day on which it is there.</param>
public sealed partial record DeprecationNotice(string Use, DateOnly RemovalAfter)
{
    /// <summary>The reason of <c>@deprecated</c>.</summary>
    public string Reason => $"Use {Use}. Removal after {RemovalAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.";

    /// <summary>The notice that a reason is; null for one in another form.</summary>
    public static DeprecationNotice? Find(string reason) =>
        Form().Match(reason) is { Success: true, Groups: var parts }
        && DateOnly.TryParseExact(parts["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DeprecationNotice(parts["use"].Value, day)
            : null;

    [GeneratedRegex(@"\AUse (?<use>@?[_A-Za-z][_0-9A-Za-z.]*(\([_A-Za-z][_0-9A-Za-z]*:\))?)\. Removal after (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\.\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
