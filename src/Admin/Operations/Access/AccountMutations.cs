using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access: what the managers of an account do to it.</summary>
public static class AccountMutations
{
    public static Operation<InputVariables<AccountInput>, DoneData<Done>> Unlock { get; } = new("Access/UnlockAccount");
    public static Operation<InputVariables<AccountInput>, DoneData<Done>> Disable { get; } = new("Access/DisableAccount");
    public static Operation<InputVariables<AccountInput>, DoneData<Done>> Enable { get; } = new("Access/EnableAccount");
    public static Operation<InputVariables<AccountInput>, DoneData<Done>> SignOutEverywhere { get; } = new("Access/SignOutEverywhere");
    public static Operation<InputVariables<AccountInput>, DoneData<NewPassword>> ResetPassword { get; } = new("Access/ResetPassword");
    public static Operation<InputVariables<GrantRoleInput>, DoneData<Done>> GrantRole { get; } = new("Access/GrantRole");
    public static Operation<InputVariables<LinkInput>, DoneData<Done>> Link { get; } = new("Access/LinkExternalIdentity");
    public static Operation<InputVariables<AccountInput>, DoneData<Done>> Unlink { get; } = new("Access/UnlinkExternalIdentity");
    public static Operation<InputVariables<RevokeRoleInput>, DoneData<Done>> RevokeRole { get; } = new("Access/RevokeRole");
}

/// <summary>The account; null for the own one, where that is allowed.</summary>
public sealed record AccountInput(string? AccountId);

public sealed record GrantRoleInput(
    string AccountId, string Role, string? DistrictId = null, string? SchoolId = null, int? Grade = null, string? TeacherId = null,
    string? InspectorPostId = null);

/// <summary>The authority's name for the person whose account it is.</summary>
public sealed record LinkInput(string AccountId, string Subject);

public sealed record RevokeRoleInput(string RoleId);

/// <summary>A new first password, told this once.</summary>
public sealed record NewPassword(string? Password, DateTimeOffset? PasswordExpiresAt, IReadOnlyList<Refusal> Errors) : IDone;
