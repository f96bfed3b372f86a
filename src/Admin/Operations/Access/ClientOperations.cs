using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access: machine clients (集成客户端), which platform admins manage.</summary>
public static class ClientOperations
{
    public static Operation<ClientPage, ClientListData> List { get; } = new("Access/ClientList");
    public static Operation<AccountVariables, ClientDetailsData> Details { get; } = new("Access/ClientDetails");
    public static Operation<NoVariables, ClientChoiceData> Choice { get; } = new("Access/ClientChoice");
    public static Operation<InputVariables<CreateClientInput>, DoneData<NewSecret>> Create { get; } = new("Access/CreateClient");
    public static Operation<InputVariables<ClientInput>, DoneData<NewSecret>> RotateSecret { get; } = new("Access/RotateClientSecret");
    public static Operation<InputVariables<RestrictClientInput>, DoneData<Done>> Restrict { get; } = new("Access/RestrictClient");
    public static Operation<InputVariables<ClientInput>, DoneData<Done>> Revoke { get; } = new("Access/RevokeClient");
}

public sealed record ClientPage(int? First, string? After, int? Last, string? Before);

public sealed record ClientListData(RolesOfViewer? Viewer, Connection<ClientRow> Clients) : FramedData;

public sealed record ClientRow(
    string Id, string ClientId, string Name, bool IsRevoked, NamedReach? District, Connection<ClientScope> Scopes);

/// <summary>A scope, and the school in which it holds; null for the whole district.</summary>
public sealed record ClientScope(string? Scope, NamedReach? School);

public sealed record ClientDetailsData(RolesOfViewer? Viewer, ClientDetails? Client) : FramedData;

public sealed record ClientDetails(
    string Id, string ClientId, string Name, bool IsRevoked, bool TrustedDocumentsOnly, NamedReach? District, Connection<ClientScope> Scopes,
    Connection<ClientSecret> Secrets);

/// <summary>What is known of a secret: never the secret.</summary>
public sealed record ClientSecret(string Hint, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateOnly? LastUsedOn);

public sealed record ClientChoiceData(RolesOfViewer? Viewer, Connection<SchoolOption> Schools) : FramedData;

public sealed record CreateClientInput(
    string Name, string DistrictId, IReadOnlyList<string> SchoolIds, IReadOnlyList<string> Scopes, bool TrustedDocumentsOnly);

public sealed record ClientInput(string ClientId);

public sealed record RestrictClientInput(string ClientId, bool TrustedDocumentsOnly);

/// <summary>A new secret, told this once.</summary>
public sealed record NewSecret(string? ClientId, string? ClientSecret, AccountId? Client, IReadOnlyList<Refusal> Errors) : IDone;
