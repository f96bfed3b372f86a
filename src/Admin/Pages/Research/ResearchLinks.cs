using HomeroomGraph.Admin.Pages.Research.Projects;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Research;

/// <summary>The addresses of the area Research: the one place that knows how they are written.</summary>
public sealed class ResearchLinks(PageAddresses pages)
{
    public string Projects() => pages.Of("/Research/Projects/Index");

    public string Projects(ProjectListQuery query) => pages.Of("/Research/Projects/Index", new
    {
        q = query.Text,
        state = query.Unfinished ? ProjectListQuery.UnfinishedCode : query.State?.ToCode(),
        level = query.Level?.ToCode(),
        subject = query.Subject,
        leader = query.Leader,
        school = query.School,
        overdue = query.Overdue ? "true" : null,
        order = query.Order == ProjectOrder.Default ? null : query.Order.ToString(),
        after = query.After,
        before = query.Before,
    });

    public string Project(string id) => pages.Of("/Research/Projects/Details", new { id });

    /// <summary>Two versions of the application side by side; without numbers the last two.</summary>
    public string Compare(string id, int? left = null, int? right = null) => pages.Of("/Research/Projects/Compare", new { id, left, right });

    /// <summary>The application on paper; without a number the newest version.</summary>
    public string Print(string id, int? version = null) => pages.Of("/Research/Projects/Print", new { id, version });
}
