using System.Globalization;
using System.Text;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// The key of a BibTeX entry: first author's family name (of a Chinese one the pinyin), year, and the record's id, which makes it unique and the same in
/// every export: zhang2026-paper-17.
/// </summary>
internal static class BibTexKey
{
    private const int LongestId = 60;

    public static string Of(Reference r)
    {
        var key = new StringBuilder(40);
        Append(key, NameOf(r), int.MaxValue);
        if (r.Issued?.From is { } from) key.Append(CultureInfo.InvariantCulture, $"{from.Year}");
        if (key.Length > 0) key.Append('-');
        var begin = key.Length;
        Append(key, r.Id ?? "", LongestId);
        // An id with other characters, or none, is told apart by a number made of it all.
        if (key.Length == begin || (r.Id is { } id && (id.Length > LongestId || !id.AsSpan().ContainsOnlyKeyCharacters())))
            key.Append(CultureInfo.InvariantCulture, $"{(key.Length > begin ? "-" : "")}{HashOf(r.Id ?? r.Title ?? ""):x8}");
        return key.ToString();
    }

    private static string NameOf(Reference r)
    {
        var names = Responsibility.Of(r, GbEdition.Of2025);
        if (names.Count == 0) return "";
        var name = names[0].Family ?? names[0].Literal ?? names[0].Given ?? "";
        if (Scripts.HasHan(name)) name = Pinyin.OfName(name);
        var end = name.IndexOf(' ');
        return end > 0 ? name[..end] : name;
    }

    private static void Append(StringBuilder key, string part, int most)
    {
        var begin = key.Length;
        foreach (var c in part.Normalize(NormalizationForm.FormD))
        {
            if (key.Length - begin >= most) return;
            if (IsOfKeys(c)) key.Append(char.ToLowerInvariant(c));
            else if (c is ':' or '/' && key.Length > begin) key.Append('-');
        }
    }

    private static bool ContainsOnlyKeyCharacters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!IsOfKeys(c) || char.IsAsciiLetterUpper(c)) return false;
        return true;
    }

    private static bool IsOfKeys(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';

    /// <summary>FNV-1a: the same in every process.</summary>
    private static uint HashOf(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
