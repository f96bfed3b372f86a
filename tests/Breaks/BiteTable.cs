using System.Text;

namespace HomeroomGraph.Breaks;

/// <summary>The outcome of a run, to read: a table in Markdown and its sum.</summary>
public static class BiteTable
{
    private const int MostNames = 3, LongestRemark = 300;

    public static string Of(IReadOnlyList<Bite> bites)
    {
        var table = new StringBuilder("\n| rule | what is broken | bitten by | s |\n|---|---|---|--:|\n");
        foreach (var bite in bites)
            table.Append(null, $"| {bite.Broken.Rule} | {bite.Broken.Sentence} | {BittenBy(bite)} | {bite.Time.TotalSeconds:0} |\n");
        var bitten = bites.Count(bite => bite.IsThere);
        return table.Append(null, $"\n{bitten} of {bites.Count} breaks of {bites.Select(bite => bite.Broken.Rule).Distinct().Count()} rules bitten, in {bites.Sum(bite => bite.Time.TotalMinutes):0.0} minutes").ToString();
    }

    private static string BittenBy(Bite bite)
    {
        if (!bite.IsThere)
            return $"**NOT BITTEN** {Short(bite.Remark)}";
        var more = bite.BittenBy.Count - MostNames;
        return string.Join(", ", bite.BittenBy.Take(MostNames)) + (more > 0 ? $" and {more} more" : "");
    }

    private static string Short(string remark) => (remark.Length > LongestRemark ? remark[..LongestRemark] + " …" : remark).ReplaceLineEndings(" ");
}
