using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>Somebody or something is nominated (推荐): first whom, then whether it is eligible and why, then with which words. Rules W2, W3.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NominateModel(GraphQLClient api, RoundLinks links, IStringLocalizer<AwardTexts> texts) : PageModel
{
    [BindProperty(Name = "teacher", SupportsGet = true)] public string? Teacher { get; set; }
    [BindProperty(Name = "class", SupportsGet = true)] public string? Class { get; set; }
    [BindProperty(Name = "paper", SupportsGet = true)] public string? Paper { get; set; }
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "grade")] public string? Grade { get; set; }
    [BindProperty(Name = "statement")] public string? Statement { get; set; }

    public RoundDetails Round { get; private set; } = null!;
    public IReadOnlyList<TeacherChoice> Nominees { get; private set; } = [];
    public IReadOnlyList<TitledRow> Papers { get; private set; } = [];
    public AwardEligibility? Eligibility { get; private set; }
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public bool OfClass => Round.Kind == AwardKind.ModelClass;
    public bool OfPaper => Round.Kind is AwardKind.ExcellentPaper or AwardKind.ExcellentCase;

    /// <summary>The nominee is chosen, so that it can be said whether it is eligible.</summary>
    public bool IsChosen => OfClass ? IsGiven(Class) : IsGiven(Teacher) && (!OfPaper || IsGiven(Paper));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await AskAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || !AddressValues.TryCode<AwardGrade>(Grade, out var grade))
            return BadRequest();
        if (!IsGiven(Statement))
            Refusals = new Refusals([new(texts["Round.Required"], "REQUIRED", Path: ["input", "statement"])]);
        else
        {
            var input = new AwardInput { ["roundId"] = id, ["statement"] = Statement!.Trim(), ["idempotencyKey"] = Key };
            foreach (var (name, value) in new[] { ("teacherId", Teacher), ("classId", Class), ("paperId", Paper), ("grade", grade?.ToCode()) })
            {
                if (IsGiven(value))
                    input[name] = value;
            }
            var done = (await api.SendAsync(RoundOperations.Nominate, new(input), cancellationToken)).Done;
            if (done is { Nomination: { } nomination, Errors.Count: 0 })
                return Redirect(links.Nomination(nomination.Id, "nominate"));
            // The row of somebody whom the viewer may nominate but not read is not given back.
            if (done.Errors.Count == 0)
                return Redirect(links.Round(id, "nominate"));
            Refusals = new Refusals(done.Errors);
        }
        return await AskAsync(id, cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> AskAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(RoundOperations.Details, new(id), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.AwardRound is not { } round)
            return NotFound();
        Round = round;
        if (!data.AwardSteps.For(viewer, round).Contains("nominateForAward") && !Refusals.Any)
            return Forbid();
        var school = round.School is { } of ? new IdFilterInput(new(of.Id)) : null;
        var papers = OfPaper && IsGiven(Teacher);
        var choice = await api.SendAsync(RoundOperations.NomineeChoice, new(
            OfClass ? null : new(School: school),
            OfClass ? new(SchoolYear: round.SchoolYear is { } year ? new(new(year.Id)) : null, School: school) : null,
            papers ? new(new(new(new(new(Teacher!))))) : null,
            OfTeacher: !OfClass, OfClass, papers, IsChosen, id, OfClass ? null : AddressValues.Given(Teacher), OfClass ? AddressValues.Given(Class) : null, papers ? AddressValues.Given(Paper) : null), cancellationToken);
        var oneself = viewer.Roles.Where(role => role.Teacher is not null).Select(role => new TeacherChoice(role.Teacher!.Id, role.Teacher.Name, null));
        Nominees = OfClass ? choice.Classes?.Nodes ?? [] : [.. oneself.Concat(choice.Teachers?.Nodes ?? []).DistinctBy(teacher => teacher.Id)];
        (Papers, Eligibility) = (choice.Papers?.Nodes ?? [], choice.AwardEligibility);
        return null;
    }

    private static bool IsGiven(string? value) => AddressValues.Given(value) is not null;
}
