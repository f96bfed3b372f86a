using System.Globalization;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// What a reference begins with in the author-date system (著者-出版年制: 9.3 and 10.2): author and year, by which it is cited and ordered. Works of nobody
/// named are by 佚名 or Anon.
/// </summary>
internal static class AuthorDate
{
    /// <param name="e">Where to.</param>
    /// <param name="suffixAt">Where in the text a letter goes that tells works of one author and year apart.</param>
    public static void Write(in Entry e, out int suffixAt)
    {
        var head = e.Text.Between(e.Style.Comma);
        if (Responsibility.Of(e.Record, e.Style.Edition).Count > 0) Responsibility.Write(e);
        else e.Text.Append(Anonymous(e.IsEnglish));
        suffixAt = -1;
        var before = e.Text.Length;
        head.Next();
        WriteYear(e);
        if (e.Text.Length > before) suffixAt = e.Text.Length - (e.Text.Written[^1] == ']' ? 1 : 0);
    }

    public static string Anonymous(bool isEnglish) => isEnglish ? "Anon" : "佚名";

    private static void WriteYear(in Entry e)
    {
        var r = e.Record;
        if (e.Style.Is2015)
        {
            DateStatement.WriteYearOfIssue(e);
        }
        else if (r.Type is "article-journal" or "article-magazine")
        {
            if ((r.Volume is null && r.Issue is null ? r.Available ?? r.Issued : r.Issued) is { } year) DateStatement.WriteYear(e, year);
        }
        else if (r.Issued is not null || r.Accessed is not null)
        {
            DateStatement.WriteYearOfIssue(e);
        }
        else
        {
            e.Text.Append(e.IsEnglish ? "n.d." : "无日期");
        }
    }

    /// <summary>What the text cites it by: the first author whole, whether there are more, and the year as it is written.</summary>
    public static string LabelOf(in Entry e)
    {
        var year = e.Record.Issued is { } issued ? issued.From?.Year.ToString(CultureInfo.InvariantCulture) ?? issued.Literal
            : e.Record.Accessed is { From: { } accessed } ? $"[{accessed.Year}]" : "";
        var names = Responsibility.Of(e.Record, e.Style.Edition);
        var first = names.Count > 0 ? names[0].Printed : Anonymous(e.IsEnglish);
        return $"{first}\n{(names.Count > 1 ? e.IsEnglish ? "et al." : "等" : "")}\n{year}";
    }

    /// <summary>What it is ordered by before the year: all who are named. Works of nobody named stand together.</summary>
    public static string SortNameOf(in Entry e)
    {
        var names = Responsibility.Of(e.Record, e.Style.Edition);
        return names.Count switch
        {
            0 => Anonymous(isEnglish: false),
            1 => SortName(names[0]),
            _ => string.Join('，', names.Take(4).Select(SortName)),
        };
    }

    /// <summary>Stops don't count: "U.S." comes after "United".</summary>
    private static string SortName(ReferenceName name) =>
        name.Literal is { Length: > 0 } literal ? PinyinOrder.Of(literal).Replace(".", "", StringComparison.Ordinal)
        : Scripts.HasHan(name.Family) && Scripts.HasHan(name.Given) ? PinyinOrder.Of(name.Family + name.Given)
        : name.NonDroppingParticle is { Length: > 0 } particle ? $"{particle} {name.Family} {name.Given}"
        : $"{name.Family} {name.Given}";
}
