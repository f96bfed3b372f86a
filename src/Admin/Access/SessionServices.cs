using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace HomeroomGraph.Admin.Access;

/// <summary>Registers the session cookie, the keys that encrypt it, and the anti-forgery cookie beside it.</summary>
internal static class SessionServices
{
    public static void AddSession(this IServiceCollection services, AdminSettings settings)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "homeroom-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SlidingExpiration = false;
            options.LoginPath = Session.SignInPath;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnRedirectToLogin = context => Redirect(context.HttpContext, context.RedirectUri);
            options.Events.OnRedirectToAccessDenied = context => Forbid(context.HttpContext);
        });
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "homeroom-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        KeepKeys(services, settings);
    }

    private static void KeepKeys(IServiceCollection services, AdminSettings settings)
    {
        // Key files are their owner's alone; the framework would warn at the first start that they are not encrypted besides.
        services.AddLogging(logging =>
            logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        var protection = services.AddDataProtection().SetApplicationName("HomeroomGraph.Admin");
        if (settings.DataDirectory is { Length: > 0 } data)
            protection.PersistKeysToFileSystem(PrivateDirectory.Create(Path.Combine(data, "admin-keys")));
    }

    private static Task Redirect(HttpContext context, string url)
    {
        context.RedirectPage(url);
        return Task.CompletedTask;
    }

    private static Task Forbid(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
