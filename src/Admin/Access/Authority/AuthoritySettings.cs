namespace HomeroomGraph.Admin.Access.Authority;

/// <summary>The OpenID Connect authority through which users may sign in, as the settings name it; the API accepts its access tokens.</summary>
/// <param name="Issuer">Its issuer, to the letter; its metadata are below.</param>
/// <param name="ClientId">The admin's name there.</param>
/// <param name="ClientSecret">How the admin proves itself; null for a public client, which PKCE alone protects.</param>
/// <param name="Scope">What is asked for.</param>
/// <param name="Resource">The API's name there (RFC 8707), for authorities that want to be told for whom a token is.</param>
/// <param name="Name">What users call it; null: the pages say it in general words.</param>
public sealed record AuthoritySettings(string Issuer, string ClientId, string? ClientSecret, string Scope, string? Resource, string? Name)
{
    /// <summary>What is asked for where the settings do not say.</summary>
    public const string DefaultScope = "openid";

    /// <summary>The authority of section <c>Homeroom:Oidc</c>; null where the admin is no client of one.</summary>
    public static AuthoritySettings? Read(IConfigurationSection section)
    {
        if (Text("ClientId") is not { } client)
            return null;
        var issuer = Text("Authority") ?? throw new InvalidOperationException("Homeroom__Oidc__ClientId is set, but no Homeroom__Oidc__Authority to be a client of.");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new InvalidOperationException($"Homeroom__Oidc__Authority is '{issuer}'; it must be an https address, or an http one of this machine.");
        return new AuthoritySettings(issuer, client, Text("ClientSecret"), Text("Scope") ?? DefaultScope, Text("Resource"), Text("Name"));

        string? Text(string key) => section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
