using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Research.Projects;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Research;

/// <summary>The addresses of the area Research: the one place that knows how they are written.</summary>
public sealed class ResearchLinks(PageAddresses pages)
{
    private const string Form = "/Research/Applications/Edit";

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

    /// <summary>A project's page; <paramref name="done"/> is the step that was just taken.</summary>
    public string Project(string id, string? done = null) => pages.Of("/Research/Projects/Details", new { id, done });

    /// <summary>What waits for the viewer.</summary>
    public string Desk(DeskItemKind? kind = null, bool late = false, string? after = null, string? before = null) => pages.Of(
        "/Research/Desk/Index", new { kind = kind?.ToCode(), late = late ? "true" : null, after, before });

    public string Reviews(bool given = false) => pages.Of("/Research/Reviews/Index", new { done = given ? "given" : null });

    public string Review(string id) => pages.Of("/Research/Reviews/Give", new { id });

    public string Targets(DateOnly? year = null, string? done = null, string? after = null, string? before = null) =>
        pages.Of("/Research/Targets/Index", new { year = year?.Iso(), done, after, before });

    public string New() => pages.Of("/Research/Applications/New");

    /// <summary>The application's form; <paramref name="behind"/> is the version of a page that shows only a part of what is read anew.</summary>
    public string Application(string id, string? done = null, int? behind = null) => pages.Of(Form, new { id, done, behind });

    /// <summary>What the form's buttons lead to.</summary>
    public string ApplicationHandler(string id, string handler) => pages.Of(Form, new { id, handler });

    /// <summary>The form of a step, of a row where it is about one.</summary>
    public string Step(string id, string step, string? row = null) => pages.Of("/Research/Steps/Step", new { id, step, row });

    /// <summary>What another button of a step's form leads to.</summary>
    public string StepHandler(string id, string step, string handler) => pages.Of("/Research/Steps/Step", new { id, step, handler });

    /// <summary>Two versions of the application side by side; without numbers the last two.</summary>
    public string Compare(string id, int? left = null, int? right = null) => pages.Of("/Research/Projects/Compare", new { id, left, right });

    /// <summary>The application on paper; without a number the newest version.</summary>
    public string Print(string id, int? version = null) => pages.Of("/Research/Projects/Print", new { id, version });
}
