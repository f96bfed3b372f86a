using System.Security.Cryptography;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Api;

/// <summary>The admin names its questions by the ids of their documents, and sends the text only to an API that does not know them.</summary>
public sealed class GraphQLClientTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    private const string Operation = "SchoolList";
    private static readonly string File = Path.Combine(SourceTree.Root, "schema", "operations", "Organisation", Operation + ".graphql");

    [Fact]
    public async Task A_question_goes_by_the_hash_of_its_file_and_with_its_text_only_where_that_is_not_known()
    {
        string id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)));
        using var visitor = await admin.VisitSignedInAsync();

        await visitor.GetAsync("/schools");
        Assert.Equal([(id, null)], Asked());

        // An API of another version.
        admin.Api.AnswerToId = StubAnswer.Error(200, "PERSISTED_DOCUMENT_NOT_FOUND");
        string text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync("/schools")).Status);
        Assert.Equal([(id, null), (null, text)], Asked());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync("/schools")).Status);
        Assert.Equal([(null, text)], Asked());
    }

    private List<(string? DocumentId, string? Text)> Asked()
    {
        var asked = admin.Api.Questions.Where(question => question.Operation == Operation).Select(question => (question.DocumentId, question.Text)).ToList();
        admin.Api.Questions.Clear();
        return asked;
    }
}
