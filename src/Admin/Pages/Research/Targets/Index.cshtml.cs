using System.Globalization;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Research.Targets;

/// <summary>The schools' targets (立项指标) with where they stand (P12), set in place by the office or the district, and coverage (P13).</summary>
public sealed class IndexModel(GraphQLClient api, ResearchLinks links) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }
    [BindProperty(Name = "schoolYear")] public string? SchoolYear { get; set; }
    [BindProperty(Name = "level")] public string? Level { get; set; }
    [BindProperty(Name = "minimum")] public string? Minimum { get; set; }
    [BindProperty(Name = "maximum")] public string? Maximum { get; set; }

    /// <summary>The first day of the school year that is shown; null for the current one.</summary>
    public DateOnly? Year { get; private set; }

    public TargetListData Data { get; private set; } = null!;
    public Refusals Refusals { get; private set; } = Refusals.None;
    public bool Done { get; private set; }
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The schools for which the viewer may set targets.</summary>
    public IReadOnlyList<NamedRow> Settable { get; private set; } = [];

    /// <summary>The years by their first day, which districts share.</summary>
    public IEnumerable<YearOption> Years => Data.SchoolYears.Nodes.DistinctBy(year => year.StartsOn);

    public Task<IActionResult> OnGetAsync(string? year, string? done, string? after, string? before, CancellationToken cancellationToken)
    {
        Done = done == "set";
        return ShowAsync(year, after, before, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? year, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(School) || string.IsNullOrEmpty(SchoolYear) || string.IsNullOrEmpty(Level) || !TryNumber(Minimum, out var minimum)
            || !TryNumber(Maximum, out var maximum) || minimum is null)
            return BadRequest();
        var input = new StepInput { ["schoolId"] = School, ["schoolYearId"] = SchoolYear, ["level"] = Level, ["minimum"] = minimum, ["idempotencyKey"] = Key };
        if (maximum is not null)
            input["maximum"] = maximum;
        var refused = (await api.SendAsync(TargetListOperation.Set, new(input), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Targets(Dates.ParseIso(year), done: "set"));
        Refusals = new Refusals(refused);
        return await ShowAsync(year, null, null, cancellationToken);
    }

    public Pager Pager => new(
        "targets",
        Data.ResearchTargets.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Targets(Year, before: first) : null,
        Data.ResearchTargets.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Targets(Year, after: last) : null);

    private async Task<IActionResult> ShowAsync(string? year, string? after, string? before, CancellationToken cancellationToken)
    {
        (after, before) = (AddressValues.Given(after), AddressValues.Given(before));
        Year = Dates.ParseIso(year);
        if ((Year is null && !string.IsNullOrEmpty(year)) || (after is not null && before is not null))
            return BadRequest();
        var filter = new TargetFilterInput { SchoolYear = Year is { } start ? new(StartsOn: new(start)) : new(IsCurrent: new(true)) };
        var variables = new TargetListVariables(before is null ? PageSize : null, after, before is null ? null : PageSize, before, filter);
        Data = await api.SendAsync(TargetListOperation.Operation, variables, cancellationToken);
        var roles = Data.Viewer.OrSignIn().Roles;
        Settable = roles.Any(role => role.Role == RoleCodes.DistrictResearchOfficer)
            ? Data.Schools.Nodes
            : [.. roles.Where(role => role.Role == RoleCodes.ResearchOffice).Select(role => role.School).OfType<NamedRow>()];
        return Page();
    }

    private static bool TryNumber(string? text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return number is not null || string.IsNullOrWhiteSpace(text);
    }
}
