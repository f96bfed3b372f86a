using System.Globalization;
using System.Text;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>What the changelog says of one new contract: its day, its digest, and the differences by what they mean for clients.</summary>
public static class ChangelogEntry
{
    /// <summary>The entry, as Markdown that ends with a line break.</summary>
    /// <param name="contract">The text of the new contract.</param>
    /// <param name="reason">Why it breaks clients without a deprecation, where it does.</param>
    public static string Of(ContractReview review, string contract, DateOnly day, string? reason)
    {
        var text = Begin(contract, day);
        Section(text, "Breaking", review.Breaking.Where(b => b.Excuse is null).Select(b => Line(b.Difference)), reason);
        Section(text, "Announced late", review.LateNotices.Select(notice => "- " + notice), review.Refusals.Count > review.LateNotices.Count ? null : reason);
        Section(text, "Breaking after deprecation", review.Breaking.Where(b => b.Excuse is not null).Select(b => $"{Line(b.Difference)} {b.Excuse}"));
        Section(text, "Dangerous", Lines(review, d => d.Criticality == Criticality.Dangerous));
        Section(text, "Deprecated", Lines(review, d => d.Kind == DifferenceKind.DeprecationAdded));
        Section(text, "Added", Lines(review, d => d.Criticality == Criticality.Safe && IsAddition(d.Kind)));
        Section(text, "Changed", [.. Lines(review, d => d.Criticality == Criticality.Safe && IsChange(d.Kind)), .. Descriptions(review)]);
        if (review.Differences.Count == 0) text.Append("\nOnly the order of declarations changed.\n");
        return text.ToString();
    }

    /// <summary>The entry of a contract before which there was none.</summary>
    public static string OfFirst(string contract, DateOnly day) =>
        Begin(contract, day).Append("\nThe first contract under these rules.\n").ToString();

    private static StringBuilder Begin(string contract, DateOnly day) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"## {day:yyyy-MM-dd}\n\n{Changelog.DigestLine(contract)}\n");

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines, string? reason = null)
    {
        var items = lines.ToList();
        if (items.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n");
        if (reason is not null) text.Append(CultureInfo.InvariantCulture, $"{reason}\n\n");
        foreach (string item in items) text.Append(item).Append('\n');
    }

    private static IEnumerable<string> Lines(ContractReview review, Func<SchemaDifference, bool> which) => review.Differences.Where(which).Select(Line);

    private static string Line(SchemaDifference difference) => $"- `{difference.Coordinate}`: {difference.Sentence}";

    private static IEnumerable<string> Descriptions(ContractReview review) => review.Differences.Count(d => d.Kind == DifferenceKind.DescriptionChanged) switch
    {
        0 => [],
        1 => ["- One description."],
        var count => [$"- {count} descriptions."],
    };

    private static bool IsChange(DifferenceKind kind) =>
        !IsAddition(kind) && kind is not (DifferenceKind.DeprecationAdded or DifferenceKind.DescriptionChanged);

    private static bool IsAddition(DifferenceKind kind) => kind
        is DifferenceKind.RootTypeAdded or DifferenceKind.TypeAdded or DifferenceKind.FieldAdded or DifferenceKind.OptionalArgumentAdded
        or DifferenceKind.OptionalInputFieldAdded or DifferenceKind.DirectiveAdded or DifferenceKind.DirectiveLocationAdded;
}
