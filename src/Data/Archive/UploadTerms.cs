using System.Globalization;
using System.Text;
using HomeroomGraph.Data.Archive.MediaTypes;
using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Archive;

/// <summary>What may be uploaded, and for how long (rule V2).</summary>
/// <param name="LargestBytes">The largest document.</param>
/// <param name="TicketLifetime">How long a ticket is good, and how long a transfer may take.</param>
/// <param name="KeptUnattached">How long a document is kept that no record names, from the end of its ticket.</param>
public sealed record UploadTerms(long LargestBytes, TimeSpan TicketLifetime, TimeSpan KeptUnattached)
{
    private const int LongestName = 255;

    /// <summary>All that is wrong with what is to be uploaded, as far as that can be known before its content is there.</summary>
    public IEnumerable<Refusal> RefusalsOf(NewDocument document)
    {
        if (!IsFileName(document.FileName))
            yield return DocumentRules.NameIsNoPath.Refuse(null, "input", "fileName");
        var type = MediaType.Find(document.MediaType);
        if (type is null)
            yield return DocumentRules.TypeIsKnown.Refuse(string.Join(", ", MediaType.All.Select(known => known.Name)), "input", "mediaType");
        else if (!type.IsNameOf(document.FileName))
            yield return DocumentRules.NameIsOfType.Refuse(string.Join(", ", type.Extensions.Select(extension => "." + extension)), "input", "fileName");
        if (document.Size < 1 || document.Size > LargestBytes)
            yield return DocumentRules.SizeIsWithinLimit.Refuse((LargestBytes >> 20).ToString(CultureInfo.InvariantCulture), "input", "size");
        if (document.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigit)))
            yield return Refusal.InvalidInput("A SHA-256 has 64 hexadecimal digits. SHA-256 应为 64 位十六进制数。", "sha256");
    }

    /// <summary>Nothing that leads out of a folder, and nothing that shows a name as another one, as the marks of writing direction do.</summary>
    private static bool IsFileName(string name) =>
        name is { Length: >= 1 and <= LongestName } and not ("." or "..") && name.IndexOfAny(['/', '\\']) < 0 && name.EnumerateRunes().All(IsShown)
        && name.Trim() == name;

    private static bool IsShown(Rune character) => Rune.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
        && character != Rune.ReplacementChar;
}
