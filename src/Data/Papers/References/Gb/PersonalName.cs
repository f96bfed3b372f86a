namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A name in a reference (8.1.1 of 2015, 7.2.1 of 2025): the family name first, then the given names' initials without a mark; Chinese,
/// Japanese and Korean names whole. In 2015 western family names are all capitals, in 2025 they are as they are.
/// </summary>
internal static class PersonalName
{
    public static void Write(in Entry e, ReferenceName name)
    {
        if (name.Literal is { Length: > 0 } literal)
        {
            e.Write(literal);
            return;
        }
        var (family, given, suffix) = Parts(name);
        if (Scripts.IsEastAsian(family) && Scripts.IsEastAsian(given))
        {
            e.Text.Append(family);
            e.Text.Append(given);
            return;
        }
        var parts = e.Text.Between(" ");
        parts.Next();
        WriteFamily(e, name.NonDroppingParticle);
        parts.Next();
        WriteFamily(e, family);
        parts.Next();
        Initials.Write(e, given, keepsHyphen: !e.Style.Is2015);
        parts.Next();
        e.Write(name.DroppingParticle);
        parts.Next();
        e.Text.Append(suffix.AsSpan().TrimEnd('.'));
    }

    /// <summary>The three parts; a suffix may stand behind the given name: "John, III".</summary>
    private static (string Family, string Given, string Suffix) Parts(ReferenceName name)
    {
        var (family, given, suffix) = (name.Family ?? "", name.Given ?? "", name.Suffix ?? "");
        var comma = given.IndexOf(',');
        return comma > 0 && suffix.Length == 0 ? (family, given[..comma].Trim(), given[(comma + 1)..].Trim()) : (family, given, suffix);
    }

    private static void WriteFamily(in Entry e, string? family)
    {
        if (family is not { Length: > 0 }) return;
        if (e.Style.Is2015 && !Scripts.HasHan(family)) e.Text.AppendUpper(PrintedText.Of(family));
        else e.Write(family);
    }
}
