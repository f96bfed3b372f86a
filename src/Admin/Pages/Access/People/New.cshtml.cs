using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>An account for somebody who is no teacher of the roll: the first role in steps, then the names; the first password is shown in
/// the answer and never again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(GraphQLClient api, AccessLinks links) : RoleStepsPage(api)
{
    [BindProperty(Name = "username")] public string? Username { get; set; }
    [BindProperty(Name = "name")] public string? DisplayName { get; set; }

    /// <summary>The new account, right after it was made.</summary>
    public PasswordSlip? Slip { get; private set; }

    public string? AccountId { get; private set; }

    public override string CancelAddress => links.People();

    public override string BeginAddress => links.NewAccount();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is { } refused)
            return refused;
        if (!IsLastStep || !ModelState.IsValid || string.IsNullOrWhiteSpace(Username) || string.IsNullOrWhiteSpace(DisplayName))
            return BadRequest();
        var (district, school, grade, _, post) = Place;
        var input = new CreateAccountInput(Username.Trim(), DisplayName.Trim(), Role!, district, school, grade, post);
        var done = (await Api.SendAsync(CreateAccountOperation.Operation, new(input), cancellationToken)).Done;
        if (done.Created is { } made)
            (Slip, AccountId) = (new PasswordSlip(made.DisplayName, made.Username, made.Password, made.PasswordExpiresAt), made.Account?.Id);
        else
            Problem = done.Errors.FirstOrDefault()?.InReadersLanguage() ?? throw new ApiFailureException(ApiFailureKind.Fault, "createAccount answered neither an account nor an error.");
        return Page();
    }

    private async Task<IActionResult?> PrepareAsync(CancellationToken cancellationToken)
    {
        var data = await Api.SendAsync(AccountPlacesOperation.Operation, NoVariables.Value, cancellationToken);
        if (data.Viewer?.Roles.Has(RoleCodes.ManagersOfPeople) != true)
            return Forbid();
        return await ReadChoiceAsync([.. data.Viewer.Roles], data.Schools.Nodes, cancellationToken, RoleForm.Teacher);
    }
}
