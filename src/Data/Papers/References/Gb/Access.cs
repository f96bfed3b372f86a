namespace HomeroomGraph.Data.Papers.References;

/// <summary>Where it can be had (获取和访问路径, 数字对象唯一标识符: 8.7 and 8.8 of 2015, 7.8 and 7.9 of 2025): the address, then the DOI; in 2025 a CSTR goes before a DOI.</summary>
internal static class Access
{
    public static void Write(in Entry e)
    {
        var paths = e.Text.Between(". ");
        paths.Next();
        if (e.Record.Url is { Length: > 0 } url) e.Text.Append(url);
        paths.Next();
        if (!e.Style.Is2015 && e.Record.Cstr is { Length: > 0 } cstr)
        {
            e.Text.Append("CSTR:");
            e.Text.Append(cstr);
        }
        else if (e.Record.Doi is { Length: > 0 } doi)
        {
            e.Text.Append("DOI:");
            e.Text.Append(doi);
        }
    }
}
