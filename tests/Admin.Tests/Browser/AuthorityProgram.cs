using HomeroomGraph.Testing;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>The program with a foreign authority in its settings, which is there, and whose people are accounts by their user names.</summary>
public sealed class AuthorityProgram(PostgresCluster cluster) : RunningProgram(cluster)
{
    private OidcAuthority? authority;

    public OidcAuthority Authority => authority!;

    public override async ValueTask InitializeAsync()
    {
        authority = await OidcAuthority.StartAsync(adminUrl: Admin.ToString());
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (authority is not null)
            await authority.DisposeAsync();
    }

    protected override IEnumerable<(string Name, string Value)> MoreSettings() =>
    [
        ("Homeroom__Oidc__Authority", Authority.Issuer), ("Homeroom__Oidc__Audience", OidcAuthority.Api), ("Homeroom__Oidc__AccountBy", "username"),
        ("Homeroom__Oidc__ClientId", OidcAuthority.AdminClient), ("Homeroom__Oidc__ClientSecret", OidcAuthority.AdminSecret),
        ("Homeroom__Oidc__Scope", "openid homeroom"), ("Homeroom__Oidc__Resource", OidcAuthority.Api), ("Homeroom__Oidc__Name", "智慧教育平台"),
    ];
}
