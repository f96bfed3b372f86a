using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/AccountPlaces.graphql: where the viewer may give a new account its first role.</summary>
public static class AccountPlacesOperation
{
    public static Operation<NoVariables, AccountPlacesData> Operation { get; } = new("Access/AccountPlaces");
}

public sealed record AccountPlacesData(RolesOfViewer? Viewer, Connection<SchoolOption> Schools) : FramedData;

/// <summary>schema/operations/Access/CreateAccount.graphql: makes it; the first password is told this once.</summary>
public static class CreateAccountOperation
{
    public static Operation<InputVariables<CreateAccountInput>, DoneData<CreatedAccount>> Operation { get; } = new("Access/CreateAccount");
}

public sealed record CreateAccountInput(
    string Username, string DisplayName, string Role, string? DistrictId = null, string? SchoolId = null, int? Grade = null,
    string? InspectorPostId = null);

public sealed record CreatedAccount(NewAccount? Created, IReadOnlyList<Refusal> Errors) : IDone;
