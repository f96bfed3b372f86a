using System.Buffers;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>Text inside braces: what TeX would take for itself is escaped, so braces always pair; everything else stays as it is, in UTF-8.</summary>
internal static class BibTexText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}$&#%_^~-'`\n\r\t\0");

    public static void Write(EntryText text, ReadOnlySpan<char> value)
    {
        while (value.Length > 0)
        {
            var at = value.IndexOfAny(Special);
            text.Append(at < 0 ? value : value[..at]);
            if (at < 0) return;
            text.Append(Escaped(value[at]));
            // Two of these in a row would be a dash or a quotation mark.
            if (at + 1 < value.Length && value[at] is '-' or '\'' or '`' && value[at + 1] == value[at]) text.Append("{}");
            value = value[(at + 1)..];
        }
    }

    /// <summary>As it is; only what would end the field is written by its number.</summary>
    public static void WriteVerbatim(EntryText text, ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            text.Append(c switch { '{' => "%7B", '}' => "%7D", '\\' => "%5C", '\n' or '\r' or '\t' or '\0' => "", _ => [c] });
    }

    /// <summary>"Family, Given", with particles and suffix; a body in braces, so that it is not taken apart.</summary>
    public static void WriteName(EntryText text, ReferenceName name)
    {
        if (name.Literal is { Length: > 0 } literal)
        {
            var isWhole = !Scripts.IsEastAsian(literal) || literal.Length > 4;
            if (isWhole) text.Append('{');
            Write(text, literal);
            if (isWhole) text.Append('}');
            return;
        }
        if (Scripts.IsEastAsian(name.Family ?? "") && Scripts.IsEastAsian(name.Given ?? ""))
        {
            Write(text, name.Family + name.Given);
            return;
        }
        foreach (var particle in new[] { name.DroppingParticle, name.NonDroppingParticle })
        {
            if (particle is not { Length: > 0 }) continue;
            Write(text, particle);
            text.Append(' ');
        }
        Write(text, name.Family ?? name.Given);
        if (name.Suffix is { Length: > 0 } suffix)
        {
            text.Append(", ");
            Write(text, suffix);
        }
        if (name.Family is null || name.Given is not { Length: > 0 } given) return;
        text.Append(", ");
        Write(text, given);
    }

    /// <summary>A range has two hyphens.</summary>
    public static string Pages(string pages) => pages.Replace("--", "-", StringComparison.Ordinal).Replace('–', '-').Replace("-", "--", StringComparison.Ordinal);

    private static string Escaped(char c) => c switch
    {
        '\\' => "\\textbackslash{}",
        '^' => "\\textasciicircum{}",
        '~' => "\\textasciitilde{}",
        '\n' or '\r' or '\t' => " ",
        '\0' => "",
        '-' => "-",
        '\'' => "'",
        '`' => "`",
        '{' => "\\{",
        '}' => "\\}",
        '$' => "\\$",
        '&' => "\\&",
        '#' => "\\#",
        '%' => "\\%",
        _ => "\\_",
    };
}
