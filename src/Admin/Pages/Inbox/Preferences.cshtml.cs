using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Inbox;

/// <summary>
/// Which notices the viewer also gets by mail or by a group's robot (企业微信, 钉钉), and where. A robot's address and secret are never shown again: left empty they
/// stay as they are, and a button takes them away.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreferencesModel(GraphQLClient api, InboxLinks links) : PageModel
{
    private static readonly string[] Fields = ["wantsMail", "mailAddress", "wantsWebhook", "webhookFormat", "webhookUrl", "webhookSecret", "silentKinds"];

    [BindProperty(Name = "wantsMail")] public bool WantsMail { get; set; }
    [BindProperty(Name = "mailAddress")] public string? MailAddress { get; set; }
    [BindProperty(Name = "wantsWebhook")] public bool WantsWebhook { get; set; }
    [BindProperty(Name = "webhookFormat")] public string? Format { get; set; }
    [BindProperty(Name = "webhookUrl")] public string? WebhookUrl { get; set; }
    [BindProperty(Name = "webhookSecret")] public string? WebhookSecret { get; set; }
    [BindProperty(Name = "kinds")] public IReadOnlyList<string> Kinds { get; set; } = [];

    /// <summary>What is kept now.</summary>
    public Mailbox Mailbox { get; private set; } = null!;

    public Refusals Refusals { get; private set; } = Refusals.None;
    public bool Saved { get; private set; }

    /// <summary>What was refused at none of the fields.</summary>
    public IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Besides(Fields)];

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        Saved = done == "saved";
        if (await FindAsync(cancellationToken) is { } refused)
            return refused;
        (WantsMail, MailAddress, WantsWebhook, Format) = (Mailbox.WantsMail, Mailbox.MailAddress, Mailbox.WantsWebhook, Mailbox.WebhookFormat?.ToCode());
        Kinds = [.. Enum.GetValues<NotificationKind>().Except(Mailbox.SilentKinds).Select(kind => kind.ToCode())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !AddressValues.TryCode<WebhookFormat>(Format, out var format) || Kinds.Any(kind => EnumCodes.Parse<NotificationKind>(kind) is null))
            return BadRequest();
        var input = new StepInput
        {
            ["wantsMail"] = WantsMail,
            ["mailAddress"] = AddressValues.Given(MailAddress)?.Trim(),
            ["wantsWebhook"] = WantsWebhook,
            ["webhookFormat"] = format?.ToCode(),
            ["silentKinds"] = Enum.GetValues<NotificationKind>().Select(kind => kind.ToCode()).Except(Kinds).ToArray(),
        };
        if (AddressValues.Given(WebhookUrl) is { } url)
            input["webhookUrl"] = url.Trim();
        if (AddressValues.Given(WebhookSecret) is { } secret)
            input["webhookSecret"] = secret.Trim();
        return await ChangeAsync(input, cancellationToken);
    }

    /// <summary>Forgets the robot: its address, its secret, whose it is.</summary>
    public Task<IActionResult> OnPostForgetRobotAsync(CancellationToken cancellationToken) => ChangeAsync(
        new StepInput { ["wantsWebhook"] = false, ["webhookUrl"] = null, ["webhookSecret"] = null, ["webhookFormat"] = null }, cancellationToken);

    /// <summary>From now on messages go unsigned.</summary>
    public Task<IActionResult> OnPostForgetSecretAsync(CancellationToken cancellationToken) => ChangeAsync(new StepInput { ["webhookSecret"] = null }, cancellationToken);

    private async Task<IActionResult> ChangeAsync(StepInput input, CancellationToken cancellationToken)
    {
        var refused = (await api.SendAsync(PreferencesOperation.Change, new(input), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Preferences(saved: true));
        Refusals = new Refusals(refused);
        return await FindAsync(cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(PreferencesOperation.Operation, NoVariables.Value, cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (viewer.Mailbox is not { } mailbox)
            return Forbid();
        Mailbox = mailbox;
        return null;
    }
}
