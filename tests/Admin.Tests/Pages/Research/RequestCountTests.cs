using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research;

/// <summary>A page asks the API at most twice, and so does what is sent from it, done or refused: every page and every form of research.</summary>
public sealed class RequestCountTests : IClassFixture<AdminFixture>
{
    private const string Projects = "/research/projects", Project = Projects + "/UmVzZWFyY2hQcm9qZWN0Ojc", Application = Project + "/application";

    private static readonly JsonObject Refusal = new() { ["message"] = "No. 不可以。", ["code"] = "P2", ["rule"] = "P2", ["path"] = new JsonArray("input", "x") };

    private readonly AdminFixture admin;

    public RequestCountTests(AdminFixture admin)
    {
        this.admin = admin;
        // The stub's answers for mutations: one for all of the registered documents.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "schema", "operations", "Research"), "*.graphql"))
        {
            if (File.ReadAllText(file).StartsWith("mutation", StringComparison.Ordinal))
                admin.Api.AnswerDone(Path.GetFileNameWithoutExtension(file));
        }
        admin.Api.Answer("SaveWholeDraft", StubAnswer.ReadFile("SaveWholeDraft"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/research/desk")]
    [InlineData("/research/reviews")]
    [InlineData("/research/reviews/UmV2aWV3OjE")]
    [InlineData("/research/targets")]
    [InlineData(Projects)]
    [InlineData(Projects + "/new")]
    [InlineData(Project)]
    [InlineData(Project + "/versions")]
    [InlineData(Project + "/print")]
    [InlineData(Application)]
    [InlineData(Project + "/reviewers")]
    [InlineData(Project + "/extension")]
    [InlineData(Project + "/change-members")]
    [InlineData(Project + "/decide-closing/mr1")]
    public async Task A_page_asks_at_most_twice(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Requests;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
        Assert.InRange(admin.Api.Requests - before, 1, 2);
    }

    public static TheoryData<string> Slugs => [.. StepForms.All.Select(form => form.Slug)];

    [Theory, MemberData(nameof(Slugs))]
    public async Task A_step_asks_at_most_twice_with_a_file_too_done_and_refused(string slug)
    {
        var form = StepForms.Find(slug)!;
        var address = $"{Project}/{slug}" + form.Row switch
        {
            StepRow.None => "", StepRow.MilestoneRequest => "/mr1", StepRow.ExtensionRequest => "/e1", StepRow.ChangeRequest => "/c1", StepRow.Inspection => "/i1", StepRow.Review => "/r1", _ => "/p1",
        };
        (string, string)[] fields =
        [
            ("version", "7"), ("key", "k"), ("school", "U2Nob29sOjE"), ("project", "题目"),
            .. form.Fields.Where(field => field.Kind is not (FieldKind.File or FieldKind.Team)).Select(field => (field.Name, field.Kind switch
            {
                FieldKind.Date => "2026-11-16", FieldKind.Choice => field.Choices![0], _ => "x",
            })),
        ];
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal((HttpStatusCode.Found, true), await SendAsync());
        admin.Api.AnswerDone(form.Mutation.Name, Refusal);
        Assert.Equal((HttpStatusCode.OK, true), await SendAsync());

        async Task<(HttpStatusCode, bool)> SendAsync()
        {
            // The form, which brings the token, asks once.
            var before = admin.Api.Requests + 1;
            var page = form.HasFile
                ? await visitor.UploadAsync(address, "documentId", "文件.pdf", "%PDF-1.7", fields)
                : await visitor.SubmitAsync(address, address, fields);
            return (page.Status, admin.Api.Requests - before is 1 or 2);
        }
    }

    public static TheoryData<string, string, string> Forms { get; } = new()
    {
        { Application, "?handler=Save", "SaveResearchApplication" },
        { Application, "?handler=Submit", "SubmitResearchProject" },
        { Application, "?handler=Submit", "SaveWholeDraft" },
        { Application, "?handler=Part&part=change-member", "ChangeResearchMember" },
        { Projects + "/new", "", "DraftResearchProject" },
        { Project, "?handler=Complete", "CompleteResearchTask" },
        { Project + "/reviewers", "?handler=Search", "-" },
        { "/research/reviews/UmV2aWV3OjE", "", "SubmitResearchReview" },
        { "/research/targets", "", "SetResearchTarget" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_is_sent_asks_at_most_twice_done_and_refused(string page, string handler, string operation)
    {
        (string, string)[] fields =
        [
            ("version", "3"), ("key", "k"), ("title", "题目"), ("level", "COUNTY"), ("school", "U2Nob29sOjE"), ("schoolYear", "Y2"), ("minimum", "2"), ("memberId", "m2"), ("duty", "数据"),
            ("what", "task"), ("row", "t1"), ("day", "2026-11-16"), ("scientific", "80"), ("advancement", "80"), ("feasibility", "80"), ("comment", "可行"), ("search", "王"),
        ];
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var refused in new[] { false, true })
        {
            if (refused)
                admin.Api.AnswerDone(operation, Refusal);
            var before = admin.Api.Requests + 1;
            var answer = await visitor.SubmitAsync(page, page + handler, fields);
            Assert.InRange(admin.Api.Requests - before, 1, 2);
            Assert.Equal(refused || operation == "-" ? HttpStatusCode.OK : HttpStatusCode.Found, answer.Status);
        }
    }
}
