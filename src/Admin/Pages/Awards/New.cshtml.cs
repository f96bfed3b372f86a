using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>An award of another body is recorded from its certificate (登记外部奖项): rules W1, W4. Works without scripts.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(GraphQLClient api, AwardLinks links) : PageModel
{
    private static readonly string[] Fields = ["kind", "teacherId", "classId", "paperId", "level", "grade", "title", "number", "issuer", "grantedOn"];

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "school", SupportsGet = true)] public string? School { get; set; }
    [BindProperty] public OutsideAwardValues Values { get; set; } = new();

    public IReadOnlyList<RecordingSchool> Schools { get; private set; } = [];
    public RecordingSchool At { get; private set; } = null!;
    public IReadOnlyList<AwardKind> Kinds { get; private set; } = [];
    public IReadOnlyList<TitledRow> Papers { get; private set; } = [];
    public Refusals Refusals { get; private set; } = Refusals.None;

    /// <summary>What is said above the fields, for it belongs to none.</summary>
    public IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Besides(Fields)];

    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await AskAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(School) || Values.IsUnknown)
            return BadRequest();
        var done = (await api.SendAsync(AwardOperations.Record, new(Values.ToInput(School, Key)), cancellationToken)).Done;
        if (done is { Award: { } award, Errors.Count: 0 })
            return Redirect(links.Award(award.Id, "recorded"));
        Refusals = new Refusals(done.Errors);
        return await AskAsync(cancellationToken) ?? Page();
    }

    /// <summary>Asks what the form needs; says why not where the viewer records no awards.</summary>
    private async Task<IActionResult?> AskAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(AwardOperations.Form, NoVariables.Value, cancellationToken);
        var roles = data.Viewer?.Roles ?? [];
        Schools = [.. roles.Where(role => RecordingOffices.AreOf(role.Role)).Select(role => role.School).OfType<RecordingSchool>().DistinctBy(school => school.Id)];
        if (Schools.Count == 0)
            return Forbid();
        if ((School is null ? Schools[0] : Schools.FirstOrDefault(school => school.Id == School)) is not { } at)
            return NotFound();
        (At, School, Papers) = (at, at.Id, data.Papers.Nodes);
        Kinds = [.. Enum.GetValues<AwardKind>().Where(kind => roles.Any(role => role.School?.Id == at.Id && RecordingOffices.Record(role.Role, kind)))];
        return null;
    }
}

/// <summary>What was typed of another body's certificate.</summary>
public sealed record OutsideAwardValues
{
    [FromForm(Name = "kind")] public string? Kind { get; init; }
    [FromForm(Name = "teacher")] public string? Teacher { get; init; }
    [FromForm(Name = "class")] public string? Class { get; init; }
    [FromForm(Name = "paper")] public string? Paper { get; init; }
    [FromForm(Name = "level")] public string? Level { get; init; }
    [FromForm(Name = "grade")] public string? Grade { get; init; }
    [FromForm(Name = "title")] public string? Title { get; init; }
    [FromForm(Name = "number")] public string? Number { get; init; }
    [FromForm(Name = "issuer")] public string? Issuer { get; init; }
    [FromForm(Name = "grantedOn")] public DateOnly? GrantedOn { get; init; }

    /// <summary>A choice is none of those that were there, or a date is missing, which no browser sends.</summary>
    public bool IsUnknown => EnumCodes.Parse<AwardKind>(Kind ?? "") is null || EnumCodes.Parse<AwardLevel>(Level ?? "") is null || EnumCodes.Parse<AwardGrade>(Grade ?? "") is null || GrantedOn is null;

    public AwardInput ToInput(string school, string key)
    {
        var input = new AwardInput
        {
            ["schoolId"] = school, ["kind"] = Kind, ["level"] = Level, ["grade"] = Grade, ["number"] = Number ?? "", ["issuer"] = Issuer ?? "",
            ["grantedOn"] = GrantedOn!.Value.Iso(), ["idempotencyKey"] = key,
        };
        // A class's award is of the class, whatever else was chosen before the kind was.
        var (field, value) = Kind == AwardKind.ModelClass.ToCode() ? ("classId", Class) : ("teacherId", Teacher);
        foreach (var (name, text) in new[] { (field, value), ("title", Title), ("paperId", field == "classId" ? null : Paper) })
        {
            if (AddressValues.Given(text) is { } given)
                input[name] = given;
        }
        return input;
    }
}
