using System.Text.Encodings.Web;
using System.Text.Json;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Ide;

/// <summary>The page at the API's address: whom to be, then Altair with that account's token and example operations.</summary>
internal sealed class IdePage(GatewaySettings settings, IdeFiles files)
{
    public const string Path = "/graphql";

    // Into a script element: "<" and "&" are escaped by the default encoder, so nothing ends the element.
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DictionaryKeyPolicy = JsonNamingPolicy.CamelCase };

    public bool IsThere => files.HasAltair;

    /// <summary>What a browser may do with the page: its own files, requests to this address, and style sheets that Altair writes under the page's
    /// nonce. No script but files, no frame, no other place.</summary>
    public static string PolicyOf(string nonce) =>
        $"default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    public string Write(IdeTexts texts, string nonce) => $$"""
        <!doctype html>
        <html lang="{{texts.Language}}">
        <head>
          <meta charset="utf-8">
          <title>HomeroomGraph · {{Text(texts.Title)}}</title>
          <base href="{{files.Address}}">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="ide.css">
          <script type="module" src="ide.js"></script>
        </head>
        <body>
          <header id="bar" hidden>
            <strong>HomeroomGraph</strong>
            <span>{{Text(texts.SignedInAs)}} <b id="who"></b></span>
            <label>{{Text(texts.Examples)}} <select id="audience">{{Options(texts)}}</select></label>
            <span id="ended" role="status"></span>
            <button type="button" id="sign-out">{{Text(texts.SignOut)}}</button>
          </header>
          <main id="start">
            <h1>{{Text(texts.Title)}}</h1>
            <noscript><p class="problem">{{Text(texts.NoScripts)}}</p></noscript>
            {{(files.HasAltair ? Start(texts) : $"<p class=\"problem\">{Text(texts.Missing)}</p>")}}
          </main>
          <app-root ngCspNonce="{{nonce}}"></app-root>
          <script type="application/json" id="terms">{{Terms(texts)}}</script>
        </body>
        </html>
        """;

    private string Start(IdeTexts texts) => $"""
        <p id="problem" class="problem" role="alert"></p>
        {(settings.Demo ? DemoStart(texts) : "")}
        <div class="forms">
        <form id="sign-in">
          <h2>{Text(texts.SignIn)}</h2>
          <label>{Text(texts.UserName)} <input name="username" autocomplete="username" required></label>
          <label>{Text(texts.UserPassword)} <input name="password" type="password" autocomplete="current-password" required></label>
          <button>{Text(texts.SignIn)}</button>
        </form>
        <form id="client">
          <h2>{Text(texts.Client)}</h2>
          <label>{Text(texts.ClientId)} <input name="id" autocomplete="off" required></label>
          <label>{Text(texts.ClientSecret)} <input name="secret" type="password" autocomplete="off" required></label>
          <button>{Text(texts.Open)}</button>
        </form>
        </div>
        """;

    private static string DemoStart(IdeTexts texts)
    {
        var sections = Enum.GetValues<IdeAudience>().Select(audience => $"""
            <section aria-labelledby="of-{audience}">
              <h2 id="of-{audience}">{Text(texts.Audiences[audience])}</h2>
              <p>{Text(texts.Hints[audience])}</p>
              <ul>{string.Concat(DemoAccounts.All.Where(account => Is(account, audience)).Select(account => Choice(account, audience, texts)))}</ul>
            </section>
            """);
        return $"<p>{Text(texts.Intro)}</p>\n<p>{Text(texts.Password)} <code>{Text(DemoAccounts.Password)}</code></p>\n<div id=\"accounts\">{string.Concat(sections)}</div>";
    }

    private static string Choice(DemoAccount account, IdeAudience audience, IdeTexts texts) =>
        $"<li><button type=\"button\" data-username=\"{Text(account.UserName)}\" data-audience=\"{NameOf(audience)}\">"
        + $"<b>{Text(account.UserName)}</b> <span>{Text(texts == IdeTexts.Chinese ? account.Chinese : account.English)}</span></button></li>";

    /// <summary>Whom the examples find something for. Who reads all districts is what an integrator's program most often is; auditor and platform
    /// admin read no school and sign in by the form.</summary>
    private static bool Is(DemoAccount account, IdeAudience audience) => audience switch
    {
        IdeAudience.District => account.Role is AccessRole.DistrictAnalyst or AccessRole.DistrictResearchOfficer or AccessRole.DistrictMoralEducationOfficer,
        IdeAudience.Integrator => account.DistrictCodes.Count > 1,
        _ => account.Role is not (AccessRole.Auditor or AccessRole.PlatformAdmin) && !Is(account, IdeAudience.District),
    };

    private static string Options(IdeTexts texts) =>
        string.Concat(Enum.GetValues<IdeAudience>().Select(audience => $"<option value=\"{NameOf(audience)}\">{Text(texts.Audiences[audience])}</option>"));

    private string Terms(IdeTexts texts) => JsonSerializer.Serialize(
        new
        {
            endpoint = Path,
            tokenEndpoint = ClientCredentials.Path,
            language = texts == IdeTexts.Chinese ? "zh-CN" : "en-US",
            password = settings.Demo ? DemoAccounts.Password : null,
            texts = new { texts.Ended, texts.Failed },
            examples = IdeExamples.All.ToDictionary(group => NameOf(group.Key), group => group.Value),
        },
        Json);

    private static string NameOf(IdeAudience audience) => audience.ToString().ToLowerInvariant();

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
