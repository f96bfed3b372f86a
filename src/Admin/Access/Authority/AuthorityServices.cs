using Microsoft.AspNetCore.Authentication.Cookies;

namespace HomeroomGraph.Admin.Access.Authority;

/// <summary>Registers the way to the authority, where the settings name one.</summary>
internal static class AuthorityServices
{
    private const string CallbackPath = "/sign-in/authority/done";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), LongestSignIn = TimeSpan.FromMinutes(15);

    public static void AddAuthority(this IServiceCollection services, AuthoritySettings? settings)
    {
        if (settings is null)
            return;
        services.AddSingleton(settings);
        services.AddSingleton<AuthorityDirectory>();
        services.AddSingleton<AuthoritySession>();
        services.AddHttpClient(AuthorityDirectory.ClientName, http => http.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings));
        services.AddAuthentication().AddOAuth<AuthorityOptions, AuthorityHandler>(AuthorityHandler.SchemeName, options =>
        {
            options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.CallbackPath = CallbackPath;
            options.ClientId = settings.ClientId;
            options.UsePkce = true;
            options.SaveTokens = true;
            options.EventsType = typeof(AuthoritySession);
            options.RemoteAuthenticationTimeout = LongestSignIn;
            options.BackchannelTimeout = Patience;
            options.BackchannelHttpHandler = Handler(settings);
            foreach (var scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                options.Scope.Add(scope);

            // The authority leads back by a link, which brings a lax cookie along; it must work on a loopback address without https too.
            options.CorrelationCookie.Name = "homeroom-authority.";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static SocketsHttpHandler Handler(AuthoritySettings settings) => new()
    {
        UseProxy = !new Uri(settings.Issuer).IsLoopback, UseCookies = false, AllowAutoRedirect = false,
    };
}
