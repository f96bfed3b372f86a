using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>Why something was refused, for a form: each at the field of its path, the rest above.</summary>
public sealed class Refusals(IReadOnlyList<Refusal> all)
{
    public static Refusals None { get; } = new([]);

    public IReadOnlyList<Refusal> All => all;

    public bool Any => all.Count > 0;

    /// <summary>What is wrong with a field: the refusals whose path goes through it.</summary>
    public IEnumerable<Refusal> At(string field) => all.Where(refusal => refusal.Path?.Contains(field) == true);

    /// <summary>The message for a field, in the reader's language; null where nothing is wrong with it.</summary>
    public string? TextAt(string field) => string.Join(' ', At(field).Select(refusal => refusal.InReadersLanguage())) is { Length: > 0 } text ? text : null;

    /// <summary>What belongs to none of the fields.</summary>
    public IEnumerable<Refusal> Besides(IEnumerable<string> fields)
    {
        var known = fields.ToHashSet();
        return all.Where(refusal => refusal.Path?.Any(known.Contains) != true);
    }
}
