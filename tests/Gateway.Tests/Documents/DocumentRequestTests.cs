using HomeroomGraph.Data.Demo;
using static HomeroomGraph.Gateway.Tests.Documents.DocumentCalls;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>The API with a document of a deployer's own client registered beside those of the program, and a schema that nobody reads
/// without a sign-in.</summary>
public sealed class OwnDocumentGateway(Testing.PostgresCluster cluster) : GatewayFixture(cluster)
{
    /// <summary>As a Windows editor would save it.</summary>
    public const string Document = "query Mine { viewer { username } }\r\nquery Count { schools { totalCount } }\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-");

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "Own.graphql"), Document);
        return [new(Gateway.Settings.SettingsTable.TrustedDocuments.Key, folder.FullName), new(Gateway.Settings.SettingsTable.Introspection.Key, "false")];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>Documents by their ids over HTTP: those that are registered, and those that clients register as they go.</summary>
public sealed class DocumentRequestTests(OwnDocumentGateway gateway) : IClassFixture<OwnDocumentGateway>
{
    private const string Analyst = "analyst-370403";

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    public async Task A_registered_document_is_asked_by_its_id(string prefix)
    {
        string token = await gateway.SignInAsync(Analyst), id = prefix + HashOfFile("Examples/District/SchoolsBySize");

        var posted = await gateway.PostDocumentAsync(new { documentId = id, operationName = "SchoolsBySize", variables = new { first = 1 } }, token);
        var got = await gateway.GetDocumentAsync($"documentId={id}&variables=%7B%22first%22%3A1%7D", token);

        Assert.Equal((200, null), (posted.Status, posted.Code));
        Assert.Equal(1, posted.Body.GetProperty("data").GetProperty("schools").GetProperty("nodes").GetArrayLength());
        Assert.Equal(posted.Body.ToString(), got.Body.ToString());
    }

    [Fact]
    public async Task Signing_in_needs_no_text()
    {
        var input = new { username = Analyst, password = DemoAccounts.Password };
        var answer = await gateway.PostDocumentAsync(new { documentId = HashOfFile("Access/SignIn"), variables = new { input } });
        Assert.NotEmpty(answer.Body.GetProperty("data").GetProperty("signIn").GetProperty("accessToken").GetString()!);
        Assert.Equal(405, (await gateway.GetDocumentAsync($"documentId={HashOfFile("Access/SignIn")}")).Status);
    }

    [Fact]
    public async Task A_document_of_a_deployers_client_is_registered_to_the_byte()
    {
        string token = await gateway.SignInAsync(Analyst);
        string id = Hash(OwnDocumentGateway.Document);

        Assert.Equal(Analyst, (await gateway.PostDocumentAsync(new { documentId = id, operationName = "Mine" }, token)).Body.GetProperty("data").GetProperty("viewer").GetProperty("username").GetString());
        Assert.Equal("OPERATION_RESOLUTION_FAILURE", (await gateway.PostDocumentAsync(new { documentId = id }, token)).Code);
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", (await gateway.PostDocumentAsync(new { documentId = Hash(OwnDocumentGateway.Document.ReplaceLineEndings("\n")), operationName = "Mine" }, token)).Code);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData(GraphQLResponse, 400)]
    public async Task What_is_not_known_is_told_so_that_clients_send_the_text(string accept, int status)
    {
        string unknown = Hash("query Unknown { __typename }");
        var named = await gateway.PostDocumentAsync(new { documentId = unknown }, accept: accept);
        var automatic = await gateway.PostDocumentAsync(new { extensions = Persisted(unknown) }, accept: accept);
        var got = await gateway.GetDocumentAsync($"extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22{unknown}%22%7D%7D", accept: accept);

        Assert.Equal((status, "PERSISTED_DOCUMENT_NOT_FOUND"), (named.Status, named.Code));
        Assert.All([automatic, got], answer =>
        {
            Assert.Equal((status, "PERSISTED_QUERY_NOT_FOUND"), (answer.Status, answer.Code));
            Assert.Equal("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""", answer.Body.ToString());
        });
    }

    [Fact]
    public async Task A_client_registers_a_document_by_sending_it_with_its_hash()
    {
        string token = await gateway.SignInAsync(Analyst), query = "query OfThisTest { viewer { username } }", hash = Hash(query);
        string parameters = $"extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22{hash}%22%7D%7D";

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.GetDocumentAsync(parameters, token)).Code);
        Assert.Null((await gateway.PostDocumentAsync(new { query, extensions = Persisted(hash) }, token)).Code);
        var known = await gateway.GetDocumentAsync(parameters, token);

        Assert.Equal(Analyst, known.Body.GetProperty("data").GetProperty("viewer").GetProperty("username").GetString());
        // Another caller finds it too, with the own rights; without credentials nobody does.
        Assert.Equal("principal", (await gateway.PostDocumentAsync(new { documentId = "sha256:" + hash }, await gateway.SignInAsync("principal"))).Body.GetProperty("data").GetProperty("viewer").GetProperty("username").GetString());
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.GetDocumentAsync(parameters)).Code);
    }

    [Fact]
    public async Task What_came_without_credentials_is_found_by_nobody()
    {
        string query = "query Anonymous { __typename }";
        Assert.Null((await gateway.PostDocumentAsync(new { query, extensions = Persisted(Hash(query)) })).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.PostDocumentAsync(new { extensions = Persisted(Hash(query)) })).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.PostDocumentAsync(new { extensions = Persisted(Hash(query)) }, await gateway.SignInAsync(Analyst))).Code);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(GraphQLResponse)]
    public async Task A_text_that_is_not_the_hashed_one_is_refused(string accept)
    {
        string token = await gateway.SignInAsync(Analyst), hash = Hash("{ viewer { username } }");
        foreach (object body in new object[]
        {
            new { query = "{ viewer { id } }", extensions = Persisted(hash) },
            new { query = "{ viewer { id } }", documentId = hash },
            new { query = "{ viewer { id } }", documentId = "sha256:" + HashOfFile("Access/Viewer") },
            new { documentId = hash, extensions = Persisted(Hash("{ viewer { id } }")) },
            new { documentId = "sha256:" + hash.ToUpperInvariant() },
            new { extensions = new { persistedQuery = new { version = 2, sha256Hash = hash } } },
        })
        {
            var answer = await gateway.PostDocumentAsync(body, token, accept);
            Assert.Equal((400, "BAD_REQUEST"), (answer.Status, answer.Code));
        }
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.PostDocumentAsync(new { extensions = Persisted(hash) }, token)).Code);
    }

    [Theory]
    [InlineData("""{"documentId":7}""")]
    [InlineData("""{"documentId":null}""")]
    [InlineData("""{"extensions":[]}""")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""")]
    [InlineData("""{"extensions":{"persistedQuery":"abc"}}""")]
    public async Task A_request_that_names_nothing_well_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_registered_document_is_under_the_same_limits_and_rights_as_any()
    {
        string token = await gateway.SignInAsync(Analyst);
        var wrong = await gateway.PostDocumentAsync(new { documentId = HashOfFile("Examples/District/SchoolsBySize"), variables = new { first = 501 } }, token);
        Assert.NotNull(wrong.Code);
        Assert.False(wrong.Body.TryGetProperty("data", out var data) && data.ValueKind == System.Text.Json.JsonValueKind.Object);
        // Without a sign-in the words are the same whatever is wrong besides.
        foreach (object first in new object[] { 1, "many" })
            Assert.Equal("UNAUTHENTICATED", (await gateway.PostDocumentAsync(new { documentId = HashOfFile("Examples/District/SchoolsBySize"), variables = new { first } })).Code);
    }
}
