using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/AccountList.graphql: a page of accounts, the schools to filter by, and whether the viewer manages any.</summary>
public static class AccountListOperation
{
    public static Operation<AccountListVariables, AccountListData> Operation { get; } = new("Access/AccountList");
}

public sealed record AccountListVariables(int? First, string? After, int? Last, string? Before, AccountFilterInput? Where);

public sealed record AccountListData(RolesOfViewer? Viewer, Connection<AccountRow> Accounts, Connection<SchoolOption> Schools) : FramedData;

public sealed record AccountRow(
    string Id, string Username, string DisplayName, AccountState State, DateTimeOffset? LockedUntil, DateOnly? LastSignInOn,
    NamedReach? District, NamedReach? School, Connection<ViewerRole> Roles);

public sealed record SchoolOption(string Id, string Name);

/// <summary>Whether an account can be used (在用、待改密、停用).</summary>
public enum AccountState { Active, FirstPassword, Disabled }

/// <summary>The parts of the contract's <c>AccountFilterInput</c> the list of accounts uses; what is null is left out.</summary>
public sealed record AccountFilterInput
{
    public IReadOnlyList<AccountFilterInput>? Or { get; init; }
    public TextFilterInput? Username { get; init; }
    public TextFilterInput? DisplayName { get; init; }
    public EqualsInput<AccountState>? State { get; init; }
    public TimeFilterInput? LockedUntil { get; init; }
    public SchoolIdFilterInput? School { get; init; }
    public SomeInput<AccountRoleFilterInput>? Roles { get; init; }
}

public sealed record SchoolIdFilterInput(EqualsInput<string> Id);

public sealed record SomeInput<T>(T Some);

public sealed record AccountRoleFilterInput
{
    public EqualsInput<string>? Role { get; init; }
    public SchoolIdFilterInput? School { get; init; }
}
