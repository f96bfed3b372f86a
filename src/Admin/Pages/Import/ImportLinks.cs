using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>The addresses of the area Import: the one place that knows how they are written.</summary>
public sealed class ImportLinks(PageAddresses pages)
{
    public string Runs(string? after = null, string? before = null) => pages.Of("/Import/Index", new { after, before });

    public string Run(string id, string? after = null, string? before = null) => pages.Of("/Import/Run", new { id, after, before });

    /// <summary>The form for a file; <paramref name="of"/> is the run whose file is given again.</summary>
    public string New(string? of = null) => pages.Of("/Import/New", new { of });
}
