using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>
/// Takes a step of a selection or of one of its nominations: one page for all that <see cref="RoundForms"/> declare. It is sent with the selection's version as it was
/// read and with a key, so it is taken once however often it is sent, and not over another's change. Rules W2, W3.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StepModel(GraphQLClient api, RoundLinks links, IStringLocalizer<AwardTexts> texts) : PageModel
{
    [BindProperty(Name = "version")] public int? Version { get; set; }
    [BindProperty(Name = "key")] public string? Key { get; set; }

    /// <summary>Comes from a nomination's page and goes back there.</summary>
    [BindProperty(Name = "from", SupportsGet = true)] public string? From { get; set; }

    /// <summary>By whose name members of the committee are looked for.</summary>
    [BindProperty(Name = "search", SupportsGet = true)] public string? SearchText { get; set; }

    public RoundForm Form { get; private set; } = null!;
    public RoundDetails Round { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string? Row { get; private set; }
    public Connection<TeacherChoice> People { get; private set; } = new([]);
    public StepValues Values { get; private set; } = new(null);
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");
    public string? Search => AddressValues.Given(SearchText)?.Trim();
    public bool IsFirstLook => !HttpMethods.IsPost(Request.Method);

    /// <summary>The nomination that the step is about, or the objection's.</summary>
    public NominationRow? Nomination => Round.Nominations.Nodes.FirstOrDefault(one => one.Id == Row || one.Objections.Nodes.Any(objection => objection.Id == Row));

    public CommitteeMember? Member => Round.Committee.Nodes.FirstOrDefault(one => one.Id == Row);
    public OpenObjection? Objection => Nomination?.Objections.Nodes.FirstOrDefault(one => one.Id == Row);

    /// <summary>Where the form leads back to.</summary>
    public string Back => Form.Row is RoundRowKind.Nomination or RoundRowKind.Objection && From is not null ? links.Nomination(From) : links.Round(Round.Id);

    public async Task<IActionResult> OnGetAsync(string id, string step, string? row, CancellationToken cancellationToken) =>
        await PrepareAsync(id, step, row, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, string step, string? row, CancellationToken cancellationToken)
    {
        if (RoundForms.Find(step) is not { } form)
            return NotFound();
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key))
            return BadRequest();
        (Form, Values) = (form, new StepValues(Request.Form));
        var refused = RoundInput.Problems(form, Values, texts);
        if (refused.Count == 0)
        {
            var input = RoundInput.Of(form, Values, id, row);
            input["idempotencyKey"] = Key;
            if (!form.IsPersonal)
                input["expectedVersion"] = Version;
            refused = (await api.SendAsync(form.Mutation, new(input), cancellationToken)).Done.Errors;
        }
        if (refused.Count == 0)
            return Redirect(From is not null ? links.Nomination(From, form.Slug) : links.Round(id, form.Slug));
        Refusals = new Refusals(refused);
        return await PrepareAsync(id, step, row, cancellationToken) ?? Page();
    }

    /// <summary>Null when the form can be shown; else the answer that says what is the matter.</summary>
    private async Task<IActionResult?> PrepareAsync(string id, string step, string? row, CancellationToken cancellationToken)
    {
        if (RoundForms.Find(step) is not { } form)
            return NotFound();
        var data = await api.SendAsync(RoundOperations.Details, new(id), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.AwardRound is not { } round)
            return NotFound();
        (Form, Round, Today, Row) = (form, round, viewer.Today, row);
        if (form.Row switch { RoundRowKind.None => false, RoundRowKind.Member => Member is null, RoundRowKind.Objection => Objection is null, _ => Nomination is null })
            return Refusals.Any ? null : NotFound();
        // Who comes too late is told who was first; who never could is refused.
        if (!data.AwardSteps.For(viewer, round, form.Row == RoundRowKind.Nomination ? Nomination : null).Contains(form.Step) && !Refusals.Any)
            return Forbid();
        if (form.NamesPeople && !IsFirstLook)
        {
            // Who was chosen stays, by the name that came with the choice.
            People = new([.. form.Fields.SelectMany(field => Values.Named(field.Name, [])).Select(person => new TeacherChoice(person.Id, person.Name, null))]);
        }
        else if (form.NamesPeople)
        {
            var where = new TeacherChoiceFilter(Search is { } name ? new(Contains: name) : null, Search is null && round.School is { } school ? new IdFilterInput(new(school.Id)) : null);
            People = (await api.SendAsync(RoundOperations.CommitteeChoice, new(where), cancellationToken)).Teachers;
        }
        return null;
    }
}
