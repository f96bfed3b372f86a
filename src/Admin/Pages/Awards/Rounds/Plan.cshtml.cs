using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>A selection is planned (发起评选) by an office that runs it: rules W1, W3.</summary>
public sealed class PlanModel(GraphQLClient api, RoundLinks links, IStringLocalizer<AwardTexts> texts) : PageModel
{
    public static IReadOnlyList<string> Fields { get; } = ["place", "kind", "level", "period", "name", "places"];

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "place")] public string? Place { get; set; }
    [BindProperty(Name = "kind")] public string? Kind { get; set; }
    [BindProperty(Name = "level")] public string? Level { get; set; }

    /// <summary>A school year, or one of its semesters after a slash.</summary>
    [BindProperty(Name = "period")] public string? Period { get; set; }

    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "places")] public string? Places { get; set; }

    public IReadOnlyList<PlanningPlace> Offices { get; private set; } = [];
    public IReadOnlyList<YearToPlan> Years { get; private set; } = [];
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public IEnumerable<AwardKind> Kinds => Offices.SelectMany(office => office.Kinds).Distinct().Order();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await AskAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || !AddressValues.TryCode<AwardKind>(Kind, out var kind) || !AddressValues.TryCode<AwardLevel>(Level, out var level))
            return BadRequest();
        if (await AskAsync(cancellationToken) is { } refused)
            return refused;
        var office = Offices.FirstOrDefault(one => one.Id == Place);
        var missing = new (string Field, bool Is)[]
        {
            ("place", office is null), ("kind", kind is null), ("level", level is null), ("period", string.IsNullOrEmpty(Period)), ("name", string.IsNullOrWhiteSpace(Name)),
        };
        int? places = int.TryParse(Places, out var number) ? number : null;
        Refusal[] problems =
        [
            .. missing.Where(field => field.Is).Select(field => Required(field.Field)),
            .. places is null && !string.IsNullOrWhiteSpace(Places) ? [new Refusal(texts["Round.WholeNumber"], "REQUIRED", Path: ["input", "places"])] : Array.Empty<Refusal>(),
        ];
        if (problems.Length > 0)
        {
            Refusals = new Refusals(problems);
            return Page();
        }
        var period = Period!.Split('/');
        var input = new AwardInput
        {
            [office!.IsSchool ? "schoolId" : "districtId"] = office.Id, ["kind"] = kind!.Value.ToCode(), ["level"] = level!.Value.ToCode(), ["schoolYearId"] = period[0],
            ["name"] = Name!.Trim(), ["idempotencyKey"] = Key,
        };
        if (period.Length > 1)
            input["semesterId"] = period[1];
        if (places is not null)
            input["places"] = places;
        var done = (await api.SendAsync(RoundOperations.Plan, new(input), cancellationToken)).Done;
        if (done is { AwardRound: { } round, Errors.Count: 0 })
            return Redirect(links.Round(round.Id, "plan"));
        Refusals = new Refusals(done.Errors);
        return Page();
    }

    private Refusal Required(string field) => new(texts["Round.Required"], "REQUIRED", Path: ["input", field]);

    private async Task<IActionResult?> AskAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(RoundOperations.PlanChoice, NoVariables.Value, cancellationToken);
        (Offices, Years) = (Planning.PlacesOf(data.Viewer), data.SchoolYears.Nodes);
        return Offices.Count == 0 ? Forbid() : null;
    }
}
