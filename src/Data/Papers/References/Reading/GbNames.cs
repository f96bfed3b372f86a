namespace HomeroomGraph.Data.Papers.References;

/// <summary>Names as GB/T 7714 writes them: 张三, 李四, 等; SMITH J R, DE VRIES A, et al; a body's name whole.</summary>
internal static class GbNames
{
    private static readonly string[] Roles = ["著", "编著", "主编", "编", "编译", "译", "译注", "点校", "校注", "trans", "trans.", "ed", "ed.", "eds", "eds."];

    /// <param name="text">The element.</param>
    /// <param name="found">Gets what has to be looked at.</param>
    /// <param name="reports">Says so of these names.</param>
    public static List<ReferenceName> Of(string text, List<ReferenceFinding> found, bool reports = true)
    {
        var names = new List<ReferenceName>();
        var (hasOthers, hasCapitals) = (false, false);
        foreach (var raw in text.Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = raw.TrimEnd('.');
            var ending = OthersAtEnd(name);
            if (ending > 0)
            {
                hasOthers = true;
                name = name[..^ending].Trim();
            }
            if (name.Length == 0 || Roles.Contains(name) || name is "佚名" or "Anon") continue;
            if (names.Count > DraftOfRecord.MostAuthors) break;
            if (AreInitials(name) && names is [.., { Literal: { } before }] && !Scripts.HasHan(before)) names[^1] = new() { Family = before, Given = Initials(name) };
            else names.Add(NameOf(name, ref hasCapitals));
        }
        if (reports && hasOthers) found.Add(ReferenceFindings.Others);
        if (reports && hasCapitals) found.Add(ReferenceFindings.Capitals);
        return names;
    }

    private static int OthersAtEnd(string name) =>
        name == "等" ? 1
        : name.Equals("et al", StringComparison.OrdinalIgnoreCase) ? name.Length
        : name.EndsWith(" et al", StringComparison.OrdinalIgnoreCase) ? 6
        : name.EndsWith(" 等", StringComparison.Ordinal) ? 2
        : name.EndsWith('等') && name.Length is 3 or 4 ? 1
        : 0;

    /// <summary>Family name, initials, perhaps a suffix or a particle behind; anything else is a body or a name that is written whole.</summary>
    private static ReferenceName NameOf(string name, ref bool hasCapitals)
    {
        if (Scripts.HasHan(name)) return ReferenceName.Of(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var particle = new List<string>();
        var suffix = "";
        while (words.Count > 2 && char.IsLower(words[^1][0]))
        {
            particle.Insert(0, words[^1]);
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count > 2 && PersonName.IsSuffix(words[^1]))
        {
            suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }
        var first = words.FindIndex(1, Math.Max(words.Count - 1, 0), IsInitial);
        if (first < 0 || !words.Skip(first).All(IsInitial)) return ReferenceName.Of(name);
        var family = string.Join(' ', words.Take(first));
        if (family.Length > 1 && !family.Any(char.IsLower))
        {
            hasCapitals = true;
            family = Capitalised(family);
        }
        return new()
        {
            Family = family,
            Given = Initials(string.Join(' ', words.Skip(first))),
            Suffix = suffix.Length > 0 ? suffix : null,
            DroppingParticle = particle.Count > 0 ? string.Join(' ', particle) : null,
        };
    }

    private static bool AreInitials(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 5 } words && words.All(IsInitial);

    /// <summary>"J", "J.", "J-R", "J.R.".</summary>
    private static bool IsInitial(string word)
    {
        var letters = word.Count(char.IsLetter);
        return letters is 1 or 2 && char.IsUpper(word[0]) && word.All(c => char.IsUpper(c) || c is '.' or '-') && (letters == 1 || word.AsSpan().IndexOfAny('.', '-') > 0);
    }

    /// <summary>"J R" as a given name is written: "J. R."; "J-R": "J.-R.".</summary>
    private static string Initials(string text)
    {
        var given = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                if (given.Length > 0 && given[^1] is not (' ' or '-')) given.Append(' ');
                given.Append(c).Append('.');
            }
            else if (c == '-' && given.Length > 0)
            {
                given.Append('-');
            }
        }
        return given.ToString();
    }

    private static string Capitalised(string family)
    {
        var letters = family.ToLowerInvariant().ToCharArray();
        for (var at = 0; at < letters.Length; at++)
            if (at == 0 || letters[at - 1] is ' ' or '-' or '’' or '\'') letters[at] = char.ToUpperInvariant(letters[at]);
        return new(letters);
    }
}
