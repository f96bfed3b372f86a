using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace HomeroomGraph.Admin.Language;

/// <summary>
/// The languages of the pages. Which one: the visitor's choice (cookie), else the browser's wish (Accept-Language), else Chinese.
/// Signing in without a choice takes the account's.
/// </summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    private const string CookieName = "homeroom-language";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];

    public static string Current => CultureInfo.CurrentUICulture.Name == English ? English : Chinese;

    /// <summary>What its speakers call a language.</summary>
    public static string OwnName(string language) => language == English ? "English" : "中文";

    /// <summary>The offered language nearest to a tag such as <c>zh-Hans</c> or <c>en-GB</c>; null when there is none.</summary>
    public static string? Nearest(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Chinese stays Chinese in the page's source instead of five times as many numeric entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Chinese);
            options.AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new ChosenLanguage(), new BrowserLanguage()];
        });
    }

    public static string? Chosen(HttpContext context) => Nearest(context.Request.Cookies[CookieName]);

    public static void Choose(HttpContext context, string language) =>
        context.Response.Cookies.Append(CookieName, language, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });

    /// <summary>Forgets the choice, so that the next user of a shared machine starts from their own.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName);

    private sealed class ChosenLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(Chosen(httpContext) is { } language ? new ProviderCultureResult(language) : null);
    }

    // The framework's own provider does not know that zh-Hans and zh mean zh-CN here.
    private sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var wishes = httpContext.Request.GetTypedHeaders().AcceptLanguage.Where(wish => wish.Quality is not 0);
            var nearest = wishes.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => Nearest(wish.Value.Value)).FirstOrDefault(tag => tag is not null);
            return Task.FromResult(nearest is null ? null : new ProviderCultureResult(nearest));
        }
    }
}
