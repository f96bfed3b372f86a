using System.Net;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>Someone at a browser, as far as HTTP tells: cookies, forms with their anti-forgery token, a language.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;

    public Visitor(Uri admin, string language)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = Cookies })
        {
            BaseAddress = admin,
        };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieContainer Cookies { get; } = new();

    public async Task<PageAnswer> GetAsync(string path, bool htmx = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (htmx)
            request.Headers.Add("HX-Request", "true");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await PageAnswer.ReadAsync(response);
    }

    /// <summary>A file, byte by byte.</summary>
    public Task<byte[]> BytesAsync(string path) => http.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Fills in the form of a page, which brings the anti-forgery token, and sends it.</summary>
    public async Task<PageAnswer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = await GetAsync(page);
        var token = AntiforgeryToken().Match(form.Html).Groups[1].Value;
        return await PostAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>The value of a hidden field of a page.</summary>
    public static string Hidden(string html, string name) =>
        Regex.Match(html, $"<input type=\"hidden\" name=\"{name}\"[^>]* value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>As htmx sends a form.</summary>
    public async Task<PageAnswer> PostHtmxAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = AntiforgeryToken().Match((await GetAsync(page)).Html).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("HX-Request", "true");
        request.Content = new FormUrlEncodedContent([.. fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await PageAnswer.ReadAsync(response);
    }

    public async Task<PageAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await PageAnswer.ReadAsync(response);
    }

    /// <summary>Fills in the form of a page with a file, and sends it as browsers do.</summary>
    public Task<PageAnswer> UploadAsync(string page, string fileName, string text, params (string Name, string Value)[] fields) =>
        UploadAsync(page, "file", fileName, text, fields);

    public async Task<PageAnswer> UploadAsync(string page, string field, string fileName, string text, (string Name, string Value)[] fields)
    {
        var form = await GetAsync(page);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", AntiforgeryToken().Match(form.Html).Groups[1].Value)))
            content.Add(new StringContent(value), name);
        content.Add(new StringContent(text), field, fileName);
        using var response = await http.PostAsync(new Uri(page, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await PageAnswer.ReadAsync(response);
    }

    public Task<PageAnswer> SignInAsync(string returnUrl = "/") => SubmitAsync(
        "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), "/sign-in",
        ("Username", "analyst"), ("Password", "right"), ("ReturnUrl", returnUrl));

    public Task<PageAnswer> ChooseLanguageAsync(string language, string returnUrl = "/sign-in") =>
        SubmitAsync("/sign-in", "/language", ("language", language), ("returnUrl", returnUrl));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
