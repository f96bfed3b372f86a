using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>What was typed and refused: it is shown again, beside what somebody else has made of the project meanwhile.</summary>
public sealed partial class EditModel
{
    /// <summary>The texts were refused, so those that were typed are shown and not those that are kept.</summary>
    public bool KeepsWritten { get; private set; }

    /// <summary>The change in place that was refused.</summary>
    public PlanPart? RefusedPart { get; private set; }

    /// <summary>The version of a page that is behind, though one of its rows was written over another's change.</summary>
    public int? Behind { get; private set; }

    /// <summary>Goes beside htmx's answer.</summary>
    public bool IsBeside { get; private set; }

    /// <summary>The version that the page goes on with. What is shown in part is no newer for it: its other parts were read before.</summary>
    public int? ShownVersion => Behind
        ?? (Saved || KeepsWritten ? Version : RefusedPart is not null && Request.IsHtmx() ? Version ?? Draft.Version : Draft.Version);

    /// <summary>The texts were overtaken.</summary>
    public bool WrittenConflicts => KeepsWritten && Refusals.All.Any(refusal => refusal.IsConflict);

    /// <summary>The refusals in this page's words.</summary>
    public Refusals InWords => new([.. Refusals.All.Select(refusal => refusal with { Message = Words(refusal) })]);

    public string Words(Refusal refusal) => refusal.IsConflict ? texts["Conflict.Part"].Value : refusal.InReadersLanguage();

    public bool ConflictsAt(string row) => RowIs(row) && Refusals.All.Any(refusal => refusal.IsConflict);

    /// <summary>The value of a field of a row: as it was typed where that was refused, else as it is kept.</summary>
    public string? Typed(string row, string field, string? kept) => RowIs(row) ? Request.Form[field].ToString() : kept;

    /// <summary>The value of one of the texts.</summary>
    public string? Typed(string field, string? kept) => KeepsWritten ? Request.Form[field].ToString() : kept;

    public bool IsTyped(ProjectTheme theme) => KeepsWritten
        ? Request.Form["themes"].Contains(theme.ToCode())
        : Draft.Themes.Nodes.Any(row => row.Theme == theme);

    /// <summary>What was typed into a row that somebody else has taken away.</summary>
    public IReadOnlyList<string> Lost => RefusedPart is { } part && Refusals.All.Any(refusal => refusal.Code == "NOT_FOUND") ? part.Written(Request.Form) : [];

    /// <summary>What stands there now and is not what was typed, by field.</summary>
    public IReadOnlyList<(string Field, string? Now)> Theirs =>
    [
        .. Kept().Where(one => !Same(one.Kept, Request.Form[one.Name])).Select(one => (one.Name, one.Shown ?? one.Kept)),
        .. Request.Form["themes"].ToHashSet().SetEquals(Draft.Themes.Nodes.Select(row => row.Theme.ToCode()))
            ? Array.Empty<(string, string?)>()
            : [("themes", string.Join(texts["Conflict.Comma"].Value, Draft.Themes.Nodes.Select(row => texts[$"Theme.{row.Theme.ToCode()}"].Value)))],
    ];

    private int? Expected => Over ?? Version ?? Read;

    private IEnumerable<(string Name, string? Kept, string? Shown)> Kept() =>
    [
        ("title", Draft.Title, null),
        ("level", Draft.Level.ToCode(), texts[$"Level.{Draft.Level.ToCode()}"].Value),
        ("subject", Draft.Subject?.Id, Draft.District?.Subjects.Nodes.FirstOrDefault(subject => subject.Id == Draft.Subject?.Id)?.Name),
        ("group", Draft.Group?.Id, Draft.School?.ResearchGroups.Nodes.FirstOrDefault(group => group.Id == Draft.Group?.Id)?.Name),
        ("dueOn", Draft.Application?.DueOn?.Iso(), Draft.Application?.DueOn?.Text()),
        .. (Draft.Application?.Sections ?? []).Select(section => (section.Name, section.Text, (string?)null)),
    ];

    // Browsers send lines with CR and LF.
    private static bool Same(string? kept, string? typed) =>
        (kept ?? "").Trim().ReplaceLineEndings("\n") == (typed ?? "").Trim().ReplaceLineEndings("\n");

    private bool RowIs(string row) => RefusedPart is { } part && part.RowOf(Request.Form) == row;

    /// <summary>The form again with what was typed, which is not kept anywhere else.</summary>
    private async Task<IActionResult> ShowTypedAsync(string id, IReadOnlyList<Refusal> refused, CancellationToken cancellationToken)
    {
        (KeepsWritten, Refusals, IsBeside) = (true, new Refusals(refused), Request.IsHtmx());
        if (!Request.IsHtmx())
            return await PrepareAsync(id, cancellationToken) ?? Page();
        if (WrittenConflicts && await PrepareAsync(id, cancellationToken) is { } gone)
            return gone;
        Missing = null;
        return Partial("_Saved", this);
    }

    private StepInput Written(string id)
    {
        var form = Request.Form;
        var input = new StepInput { ["projectId"] = id, ["expectedVersion"] = Expected, ["themes"] = form["themes"].ToArray() };
        foreach (var section in Sections)
            input[section] = AddressValues.Given(form[section]);
        foreach (var (name, field) in new[] { ("dueOn", "dueOn"), ("subjectId", "subject"), ("groupId", "group") })
            input[name] = AddressValues.Given(form[field]);
        if (AddressValues.Given(form["title"]) is { } title)
            input["title"] = title.Trim();
        if (AddressValues.Given(form["level"]) is { } level)
            input["level"] = level;
        return input;
    }
}
