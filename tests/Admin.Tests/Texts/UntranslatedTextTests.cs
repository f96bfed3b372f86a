using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Tests.Texts;

/// <summary>
/// Finds words written into a page instead of its texts: with every text replaced by marks, what letters are left on a page
/// come from the API, or were forgotten.
/// </summary>
public sealed partial class UntranslatedTextTests(UntranslatedTextTests.MarkedAdmin admin) : IClassFixture<UntranslatedTextTests.MarkedAdmin>
{
    private const string Mark = "□";

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/schools?q=1&order=code", "SchoolList")]
    [InlineData("/schools/U2Nob29sOjE?on=2026-11-16", "SchoolDetails")]
    [InlineData("/teachers/VGVhY2hlcjox", "TeacherDetails")]
    [InlineData("/research/projects?q=1&order=due", "ProjectList")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc", "ProjectDetails")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/versions", "ProjectVersions")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/print", "ProjectVersions")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/application", "ProjectDraft")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/decide-change/c1", "ProjectStep")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/change-members", "ProjectStep")]
    [InlineData("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/reviewers", "ProjectStep")]
    [InlineData("/research/projects/new", "DraftChoice")]
    [InlineData("/research/reviews", "ReviewDesk")]
    [InlineData("/research/reviews/UmV2aWV3OjE", "ReviewToGive")]
    [InlineData("/research/desk", "Desk")]
    [InlineData("/research/targets", "TargetList")]
    [InlineData("/teachers/VGVhY2hlcjox/archive", "TeacherArchive ArchiveSemesters")]
    [InlineData("/teachers/VGVhY2hlcjox/archive/summary?semester=U2VtZXN0ZXI6MQ", "TeacherArchive ArchiveSemesters")]
    [InlineData("/papers?q=1&order=title", "PaperList")]
    [InlineData("/papers/new", "PaperForm")]
    [InlineData("/papers/UGFwZXI6MQ", "PaperDetails")]
    [InlineData("/papers/UGFwZXI6MQ/edit", "PaperForm")]
    [InlineData("/papers/UGFwZXI6MQ/file", "PaperDetails")]
    [InlineData("/papers/UGFwZXI6MQ/remove", "PaperDetails")]
    [InlineData("/papers/missing", "MissingPapers")]
    [InlineData("/papers/collection", "PaperCollection")]
    [InlineData("/inbox", "Inbox")]
    [InlineData("/inbox?project=UmVzZWFyY2hQcm9qZWN0Ojc", "Inbox")]
    [InlineData("/inbox/preferences", "NotificationPreferences")]
    [InlineData("/me", "Viewer")]
    [InlineData("/people", "AccountList")]
    [InlineData("/people/QWNjb3VudDox", "AccountDetails")]
    [InlineData("/people/QWNjb3VudDox/reset-password", "AccountDetails")]
    [InlineData("/people/QWNjb3VudDox/roles/give", "RoleChoice")]
    [InlineData("/people/QWNjb3VudDox/roles/give?role=GRADE_HEAD&school=U2Nob29sOjE", "RoleChoice")]
    [InlineData("/people/QWNjb3VudDox/roles/QWNjb3VudFJvbGU6Mg/take", "AccountDetails")]
    [InlineData("/people/teachers?school=U2Nob29sOjE", "TeacherAccounts")]
    [InlineData("/clients", "ClientList")]
    [InlineData("/clients/Q2xpZW50OjE", "ClientDetails")]
    [InlineData("/clients/Q2xpZW50OjE/revoke", "ClientDetails")]
    [InlineData("/imports", "ImportRunList")]
    [InlineData("/imports/SW1wb3J0UnVuOjI", "ImportRunDetails")]
    [InlineData("/imports/new", "ImportChoice")]
    [InlineData("/audit", "AuditTrail")]
    [InlineData("/audit?record=U2Nob29sOjE", "AuditTrail")]
    [InlineData("/errors/404", "Home")]
    [InlineData("/errors/503", "Home")]
    public async Task A_page_holds_no_words_of_its_own(string address, string operation)
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        AssertTranslated((await visitor.GetAsync(address)).Html, operation);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?expired=true")]
    public async Task Nor_does_signing_in(string address)
    {
        using var visitor = admin.Visit("en");
        AssertTranslated((await visitor.GetAsync(address)).Html, "SignIn");
    }

    private static void AssertTranslated(string html, string operation)
    {
        Assert.Contains(Mark, html, StringComparison.Ordinal);
        var known = operation.Split(' ').SelectMany(one => Words(StubAnswer.ReadFile(one))).Concat(Words(StubAnswer.ReadFile("Viewer")))
            .Concat([Product.Name, .. Languages.All.Select(Languages.OwnName)])
            .Where(word => word.Any(char.IsLetter)).OrderByDescending(word => word.Length).ToList();
        var texts = TextBetweenTags().Matches(Difference().Replace(Invisible().Replace(html, ""), "")).Select(match => match.Groups[1].Value)
            .Concat(TextInAttributes().Matches(html).Select(match => match.Groups[1].Value));
        foreach (var text in texts.Select(WebUtility.HtmlDecode).OfType<string>())
        {
            var left = known.Aggregate(DateOrNumber().Replace(text, ""), (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
            Assert.False(left.Any(char.IsLetter), $"Not from the texts: “{text.Trim()}”");
        }
    }

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Words(field.Value)),
        JsonArray items => items.SelectMany(Words),
        // Messages of the API are shown by halves.
        JsonValue value when value.ToString() is { Length: > 0 } text && ApiMessages.Half(text) is var half => [text, half, text.Replace(half, "", StringComparison.Ordinal).Trim()],
        _ => [],
    };

    [GeneratedRegex("<(script|style|svg)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Invisible();

    // A text that is shown with what differs marked is in pieces.
    [GeneratedRegex("</?(ins|del)>")]
    private static partial Regex Difference();

    [GeneratedRegex(">([^<]+)<")]
    private static partial Regex TextBetweenTags();

    [GeneratedRegex("\\s(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"")]
    private static partial Regex TextInAttributes();

    [GeneratedRegex("(\\d+ )?[A-Z][a-z]+ \\d{4}|0HN[0-9A-Z:]+")]
    private static partial Regex DateOrNumber();

    /// <summary>The admin with every text replaced by marks.</summary>
    public sealed class MarkedAdmin : AdminFixture
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Services.AddSingleton<IStringLocalizerFactory, MarkedTexts>();
    }

    private sealed class MarkedTexts : IStringLocalizerFactory, IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, Mark);

        public LocalizedString this[string name, params object[] arguments] => new(name, Mark + string.Join(Mark, arguments));

        public IStringLocalizer Create(Type resourceSource) => this;

        public IStringLocalizer Create(string baseName, string location) => this;

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
