using HomeroomGraph.Admin.Access.Authority;

namespace HomeroomGraph.Admin;

/// <summary>The admin's settings, read once from the section <c>Homeroom</c> (environment: <c>Homeroom__ApiUrl</c> and so on).</summary>
/// <param name="ApiUrl">Where the GraphQL API answers.</param>
/// <param name="AdminUrl">Where the admin itself listens.</param>
/// <param name="DataDirectory">Where the keys of the session cookie are kept, so a restart signs nobody out; null: the user's profile.</param>
/// <param name="Authority">Through whom users may sign in beside name and password; null: nobody.</param>
public sealed record AdminSettings(Uri ApiUrl, string AdminUrl, string? DataDirectory, AuthoritySettings? Authority)
{
    private const string DefaultApiUrl = "http://127.0.0.1:5080/graphql";
    private const string DefaultAdminUrl = "http://127.0.0.1:5081";

    /// <summary>The API's own readiness, beside its GraphQL path.</summary>
    public Uri ApiReadyUrl => new(ApiUrl, "health/ready");

    public static AdminSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Homeroom");
        var apiUrl = section["ApiUrl"] ?? DefaultApiUrl;
        if (!Uri.TryCreate(apiUrl, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"Homeroom__ApiUrl is '{apiUrl}'; it must be an http or https address, such as {DefaultApiUrl}.");
        return new AdminSettings(parsed, section["AdminUrl"] ?? DefaultAdminUrl, section["DataDirectory"], AuthoritySettings.Read(section.GetSection("Oidc")));
    }
}
