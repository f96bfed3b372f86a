using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Access.Clients;

/// <summary>Makes a machine client with scopes and reach; its secret is shown in the answer, this once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(GraphQLClient api, IStringLocalizer<AccessTexts> texts) : PageModel
{
    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "district")] public string? District { get; set; }
    [BindProperty(Name = "scopes")] public List<string> Scopes { get; set; } = [];
    [BindProperty(Name = "schools")] public List<string> SchoolIds { get; set; } = [];
    [BindProperty(Name = "restricted")] public bool Restricted { get; set; }

    public IReadOnlyList<NamedReach> Districts { get; private set; } = [];
    public IReadOnlyList<SchoolOption> Schools { get; private set; } = [];
    public string? Problem { get; private set; }
    public NewSecret? Secret { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is { } refused)
            return refused;
        if (Districts.All(district => district.Id != District) || Scopes.Except(ClientScopes.All).Any() || SchoolIds.Except(Schools.Select(school => school.Id)).Any())
            return BadRequest();
        if (string.IsNullOrWhiteSpace(Name) || Scopes.Count == 0)
        {
            Problem = texts["Client.Incomplete"];
            return Page();
        }
        var input = new CreateClientInput(Name.Trim(), District!, SchoolIds, Scopes, Restricted);
        var made = (await api.SendAsync(ClientOperations.Create, new(input), cancellationToken)).Done;
        Secret = made.ClientSecret is null ? null : made;
        Problem = made.Errors.FirstOrDefault()?.InReadersLanguage();
        return Page();
    }

    private async Task<IActionResult?> PrepareAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ClientOperations.Choice, NoVariables.Value, cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.PlatformAdmin) != true)
            return Forbid();
        Districts = [.. data.Viewer.Roles.Where(role => role.Role == RoleCodes.PlatformAdmin).Select(role => role.District).OfType<NamedReach>().DistinctBy(district => district.Id)];
        Schools = data.Schools.Nodes;
        return null;
    }
}
