using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The form of a paper, new or there: what stands in it, what can be chosen, and what was refused (rule R1).</summary>
public abstract class PaperFormModel(GraphQLClient api, IStringLocalizer<PaperTexts> texts) : PageModel
{
    /// <summary>The fields at which a refusal is shown; the others stand above.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["title", "kind", "publishedOn", "authors", "venue", "volume", "issue", "pages", "issn", "cn", "doi", "language", "keywords", "abstract", "projectId"];

    protected GraphQLClient Api { get; } = api;

    public PaperValues Values { get; protected set; } = new();
    public Refusals Refusals { get; protected set; } = Refusals.None;

    /// <summary>The rows of authors, with more to fill where that was asked for.</summary>
    public IReadOnlyList<AuthorValues> Rows => Values.Rows(HasMoreRows);

    public bool HasMoreRows { get; protected set; }
    public IReadOnlyList<NamedRow> Staff { get; protected set; } = [];
    public IReadOnlyList<TitledRow> Projects { get; protected set; } = [];

    /// <summary>A new key for what is sent next.</summary>
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The paper that this one would be a duplicate of, where the viewer sees it.</summary>
    public RecordedPaper? Duplicate => Refusals.All.Select(refusal => refusal.Paper).OfType<RecordedPaper>().FirstOrDefault();

    /// <summary>The input as it was typed; null with what is missing told.</summary>
    protected PaperInput? TypedInput()
    {
        var input = Values.ToInput();
        var missing = new List<Refusal>();
        if (Values.Title is null)
            missing.Add(new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", "title"]));
        if (input is null)
            missing.Add(new Refusal(texts["Form.Date"], "REQUIRED", Path: ["input", "publishedOn"]));
        if (Values.Authors.Count == 0)
            missing.Add(new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", "authors"]));
        Refusals = new Refusals(missing);
        return missing.Count == 0 ? input : null;
    }

    /// <summary>Teachers to choose from, each once, and those who are named already.</summary>
    protected static IReadOnlyList<NamedRow> StaffOf(IEnumerable<NamedRow> teachers, IEnumerable<NamedRow?> named) =>
        [.. teachers.Concat(named.OfType<NamedRow>()).DistinctBy(teacher => teacher.Id)];

    /// <summary>The schools for which the viewer records papers.</summary>
    protected static IReadOnlyList<StaffedSchool> SchoolsOf(FormViewer viewer) =>
        [.. viewer.Roles.Where(role => role.Teacher is not null || role.Role == RoleCodes.ResearchOffice).Select(role => role.School).OfType<StaffedSchool>().DistinctBy(school => school.Id)];
}
