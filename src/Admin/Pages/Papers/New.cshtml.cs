using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A paper is recorded (登记论文): a reference is pasted and fills the form, or the form is filled by hand (rule R1). Works without scripts.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(GraphQLClient api, PaperLinks links, IStringLocalizer<PaperTexts> texts) : PaperFormModel(api, texts)
{
    /// <summary>No reference has more characters.</summary>
    public const int LongestText = 100_000;

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }
    [BindProperty(Name = "text")] public string? Pasted { get; set; }

    public IReadOnlyList<StaffedSchool> Schools { get; private set; } = [];

    /// <summary>What the pasted text was read as.</summary>
    public ReferenceReading? Reading { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var data = await AskAsync(null, cancellationToken);
        if (data is null)
            return Forbid();
        if (data.Viewer!.Roles.Select(role => role.Teacher).OfType<NamedRow>().FirstOrDefault() is { } self)
            Values = Values with { Authors = [new AuthorValues(self.Name, self.Id)] };
        return Page();
    }

    /// <summary>Reads the pasted text into the form.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Pasted) || Pasted.Length > LongestText)
            return BadRequest();
        var data = await AskAsync(Pasted, cancellationToken);
        if (data is null)
            return Forbid();
        Reading = data.Reading;
        Values = data.Reading?.Draft is { } draft ? PaperValues.Of(draft, Staff) : PaperValues.Of(Request.Form);
        return Page();
    }

    /// <summary>Shows more rows for authors; nothing else is done.</summary>
    public async Task<IActionResult> OnPostRowsAsync(CancellationToken cancellationToken)
    {
        (Values, HasMoreRows) = (PaperValues.Of(Request.Form), true);
        return await AskAsync(null, cancellationToken) is null ? Forbid() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(School))
            return BadRequest();
        Values = PaperValues.Of(Request.Form);
        if (TypedInput() is { } input)
        {
            (input["schoolId"], input["idempotencyKey"]) = (School, Key);
            if (Values.Extra is { } extra)
                input["extra"] = extra;
            if (Values.CslType is { } type)
                input["cslType"] = type;
            var done = (await Api.SendAsync(PaperOperations.Record, new(input), cancellationToken)).Done;
            if (done.Paper is { } paper && done.Errors.Count == 0)
                return Redirect(links.Paper(paper.Id, "recorded"));
            Refusals = new Refusals(done.Errors);
        }
        return await AskAsync(null, cancellationToken) is null ? Forbid() : Page();
    }

    /// <summary>Asks what the form needs; null where the viewer records no papers.</summary>
    private async Task<PaperFormData?> AskAsync(string? text, CancellationToken cancellationToken)
    {
        var data = await Api.SendAsync(PaperOperations.Form, new("", Edit: false, text ?? "", Paste: text is not null), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        Schools = SchoolsOf(viewer);
        Staff = StaffOf(Schools.SelectMany(school => school.Teachers.Nodes), viewer.Roles.Select(role => role.Teacher));
        Projects = data.ResearchProjects.Nodes;
        return Schools.Count == 0 ? null : data;
    }
}
