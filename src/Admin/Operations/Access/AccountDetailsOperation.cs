using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/AccountDetails.graphql: an account with its roles, and whether it is the viewer's own.</summary>
public static class AccountDetailsOperation
{
    public static Operation<AccountVariables, AccountDetailsData> Operation { get; } = new("Access/AccountDetails");
}

public sealed record AccountVariables(string Id);

public sealed record AccountDetailsData(ManagingViewer? Viewer, AccountDetails? Account) : FramedData;

/// <summary>Who manages, with the own account's id: nobody changes that one here.</summary>
public sealed record ManagingViewer(IReadOnlyList<ViewerRole> Roles, AccountId? Account = null);

public sealed record AccountId(string Id);

public sealed record AccountDetails(
    string Id, string Username, string DisplayName, string Locale, AccountState State, DateTimeOffset? LockedUntil, DateTimeOffset? FirstPasswordExpiresAt,
    DateOnly? LastSignInOn, bool HasExternalIdentity, NamedReach? District, NamedReach? School, Connection<AccountRole> Roles);

public sealed record AccountRole(
    string Id, string Role, int? Grade = null, NamedReach? District = null, NamedReach? School = null, PersonReach? Teacher = null,
    PostReach? InspectorPost = null)
{
    public ViewerRole AsRole => new(Role, District, School, Grade);
}

public sealed record PostReach(string Id, string Name);

public sealed record PersonReach(string Id, string Name);
