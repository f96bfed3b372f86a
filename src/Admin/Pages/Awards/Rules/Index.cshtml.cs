using System.Globalization;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Rules;

/// <summary>Reward rules (奖励条例) as dated data: which award gives how many points from which day on; set and ended by the school's principal or
/// moral-education office, and for schools without an own rule by the district's officer (rule W4).</summary>
public sealed class IndexModel(GraphQLClient api, AwardLinks links) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "holder")] public string? Holder { get; set; }
    [BindProperty(Name = "awardKind")] public string? AwardKind { get; set; }
    [BindProperty(Name = "level")] public string? Level { get; set; }
    [BindProperty(Name = "grade")] public string? Grade { get; set; }
    [BindProperty(Name = "points")] public string? Points { get; set; }
    [BindProperty(Name = "startsOn")] public string? StartsOn { get; set; }
    [BindProperty(Name = "note")] public string? Note { get; set; }

    /// <summary>The kind that is shown; null for all.</summary>
    public AwardKind? Kind { get; private set; }

    /// <summary>Only what holds today.</summary>
    public bool InForce { get; private set; }

    public Connection<RewardRuleRow> Rules { get; private set; } = new([]);
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string? Done { get; private set; }
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The schools and districts whose rules the viewer sets.</summary>
    public IReadOnlyList<RuleHolder> Settable { get; private set; } = [];

    public bool MayEnd(RewardRuleRow rule) => rule.EndsOn is null && Settable.Any(holder => holder.Id == (rule.School ?? rule.District)?.Id);

    public Task<IActionResult> OnGetAsync(string? kind, string? inForce, string? done, string? after, string? before, CancellationToken cancellationToken)
    {
        Done = done is "set" or "ended" ? done : null;
        return ShowAsync(kind, inForce, after, before, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || RuleHolder.Parse(Holder) is not var (field, id) || EnumCodes.Parse<AwardKind>(AwardKind ?? "") is null
            || EnumCodes.Parse<AwardLevel>(Level ?? "") is null || EnumCodes.Parse<AwardGrade>(Grade ?? "") is null || Dates.ParseIso(StartsOn) is null
            || !decimal.TryParse(Points, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
            return BadRequest();
        var input = new AwardInput
        {
            [field] = id, ["kind"] = AwardKind, ["level"] = Level, ["grade"] = Grade, ["points"] = points, ["startsOn"] = StartsOn, ["idempotencyKey"] = Key,
        };
        if (AddressValues.Given(Note) is { } note)
            input["note"] = note;
        return await DoAsync(RewardRuleOperations.Set, input, "set", cancellationToken);
    }

    public Task<IActionResult> OnPostEndAsync(string? rule, string? endsOn, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(rule) || Dates.ParseIso(endsOn) is null
            ? Task.FromResult<IActionResult>(BadRequest())
            : DoAsync(RewardRuleOperations.End, new AwardInput { ["ruleId"] = rule, ["endsOn"] = endsOn, ["idempotencyKey"] = Key }, "ended", cancellationToken);

    public Pager Pager => new(
        "rules",
        Rules.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Rules(Kind, InForce, before: first) : null,
        Rules.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Rules(Kind, InForce, after: last) : null);

    private async Task<IActionResult> DoAsync(Operation<InputVariables<AwardInput>, DoneData<Done>> operation, AwardInput input, string done, CancellationToken cancellationToken)
    {
        var refused = (await api.SendAsync(operation, new(input), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Rules(done: done));
        Refusals = new Refusals(refused);
        return await ShowAsync(null, null, null, null, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string? kind, string? inForce, string? after, string? before, CancellationToken cancellationToken)
    {
        (after, before) = (AddressValues.Given(after), AddressValues.Given(before));
        if (!AddressValues.TryCode<AwardKind>(kind, out var chosen) || AddressValues.Given(inForce) is not (null or "true") || (after is not null && before is not null))
            return BadRequest();
        (Kind, InForce) = (chosen, AddressValues.Given(inForce) is not null);
        RewardRuleFilterInput? filter = Kind is null && !InForce ? null : new(Kind is { } only ? new(only) : null, InForce ? new(true) : null);
        var data = await api.SendAsync(RewardRuleOperations.List, new(before is null ? PageSize : null, after, before is null ? null : PageSize, before, filter), cancellationToken);
        (Rules, Settable) = (data.RewardRules, RuleHolder.Of(data.Viewer?.Roles ?? []));
        return Page();
    }
}

/// <summary>A school or district whose reward rules are set; in a form by the input's field and the id.</summary>
public sealed record RuleHolder(string Field, string Id, string Name)
{
    public string Value => $"{Field}:{Id}";

    /// <summary>Those whose rules these roles set, each once.</summary>
    public static IReadOnlyList<RuleHolder> Of(IEnumerable<ViewerRole> roles) => [.. roles.Select(Of).OfType<RuleHolder>().DistinctBy(holder => holder.Id)];

    /// <summary>Null where it is none.</summary>
    public static (string Field, string Id)? Parse(string? value) =>
        value?.Split(':', 2) is [("schoolId" or "districtId") and var field, { Length: > 0 } id] ? (field, id) : null;

    private static RuleHolder? Of(ViewerRole role) => role switch
    {
        { Role: RoleCodes.Principal or RoleCodes.MoralEducationOffice, School: { Id: { } id } school } => new("schoolId", id, school.Name),
        { Role: RoleCodes.DistrictMoralEducationOfficer, District: { Id: { } id } district } => new("districtId", id, district.Name),
        _ => null,
    };
}
