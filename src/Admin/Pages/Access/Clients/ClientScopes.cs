namespace HomeroomGraph.Admin.Pages.Access.Clients;

/// <summary>What a machine client can be allowed to do: the contract's scopes, which it takes as text.</summary>
public static class ClientScopes
{
    public static IReadOnlyList<string> All { get; } =
        ["roster:read", "roster:write", "homeroom:read", "projects:read", "papers:read", "awards:read"];
}
