using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;
using static HomeroomGraph.Gateway.Tests.Documents.DocumentCalls;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>A machine client that may send registered documents only.</summary>
public sealed class RestrictedClientTests(OwnDocumentGateway gateway) : IClassFixture<OwnDocumentGateway>
{
    private const string Unregistered = "{ schools { totalCount } }";
    private static readonly string Registered = HashOfFile("Examples/Integrator/RosterPage");

    [Fact]
    public async Task It_sends_registered_documents_and_nothing_else()
    {
        var (_, token) = await gateway.ClientAsync(trustedDocumentsOnly: true);
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "operations", "Examples", "Integrator", "RosterPage.graphql"), TestContext.Current.CancellationToken);

        Assert.Null((await gateway.PostDocumentAsync(new { documentId = Registered }, token)).Code);
        Assert.Null((await gateway.PostDocumentAsync(new { extensions = Persisted(Registered) }, token)).Code);
        Assert.Null((await gateway.PostDocumentAsync(new { query = text }, token)).Code);
        Assert.Null((await gateway.PostDocumentAsync(new { documentId = Hash(OwnDocumentGateway.Document), operationName = "Count" }, token)).Code);
        foreach (object body in new object[]
        {
            new { query = Unregistered },
            new { query = text + "\n" },
            new { query = "this is no GraphQL {" },
            new { query = "{ __schema { queryType { name } } }" },
            new { query = "{ __typename }" },
            new { query = "query RosterPage { schools { totalCount } }", operationName = "RosterPage" },
            new { query = Unregistered, extensions = Persisted(Hash(Unregistered)) },
            new { extensions = Persisted(Hash(Unregistered)) },
            new { documentId = Hash(Unregistered) },
        })
        {
            var answer = await gateway.PostDocumentAsync(body, token);
            Assert.Equal((403, "DOCUMENT_NOT_TRUSTED"), (answer.Status, answer.Code));
            Assert.Equal(1, answer.Body.GetProperty("errors").GetArrayLength());
        }

        Assert.Equal("DOCUMENT_NOT_TRUSTED", (await gateway.GetDocumentAsync("query=%7B__typename%7D", token)).Code);
        // The name chooses within the registered document.
        Assert.Equal("OPERATION_RESOLUTION_FAILURE", (await gateway.PostDocumentAsync(new { documentId = Registered, operationName = "Other" }, token)).Code);
    }

    [Theory]
    [InlineData(Unregistered)]
    [InlineData("{ viewer { username } }")]
    [InlineData("{ __schema { queryType { name } } }")]
    public async Task It_holds_with_the_next_request_and_so_does_its_end(string query)
    {
        var (id, token) = await gateway.ClientAsync();
        string admin = await gateway.AdminAsync();
        Assert.Null(await gateway.CodeAsync(query, token));

        var done = await gateway.DoAsync(admin, "restrictClient", new { clientId = id, trustedDocumentsOnly = true }, "client { trustedDocumentsOnly }");
        Assert.True(done.GetProperty("client").GetProperty("trustedDocumentsOnly").GetBoolean());
        Assert.Equal("DOCUMENT_NOT_TRUSTED", await gateway.CodeAsync(query, token));
        Assert.Equal("DOCUMENT_NOT_TRUSTED", await gateway.CodeAsync(query, token));

        await gateway.DoAsync(admin, "restrictClient", new { clientId = id, trustedDocumentsOnly = false });
        Assert.Null(await gateway.CodeAsync(query, token));
    }

    [Fact]
    public async Task Who_may_say_so_is_the_platform_admin_and_it_is_in_the_audit_log()
    {
        var (id, _) = await gateway.ClientAsync();
        foreach (var user in new[] { "principal", "analyst-370403", "auditor" })
            Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(await gateway.SignInAsync(user), "restrictClient", new { clientId = id, trustedDocumentsOnly = true }));
        Assert.Equal("UNAUTHENTICATED", (await gateway.PostAsync("mutation($input: RestrictClientInput!) { restrictClient(input: $input) { errors { __typename } } }", new { input = new { clientId = id, trustedDocumentsOnly = true } }))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        string admin = await gateway.AdminAsync();
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(admin, "restrictClient", new { clientId = await gateway.AccountIdAsync("principal"), trustedDocumentsOnly = true }));

        await gateway.DoAsync(admin, "restrictClient", new { clientId = id, trustedDocumentsOnly = true });

        Assert.True(GlobalId.TryParse(id, out var client));
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>($"""
            select count(*) from history.audit_log l join access.account p on p.account_id::text = l.actor and p.user_name = 'platform-admin'
            where l.table_name = 'access.account' and l.operation = 'update' and l.row_id = '{client.Key.Id}'
              and not (l.before ->> 'trusted_documents_only')::boolean and (l.after ->> 'trusted_documents_only')::boolean
            """));
        await gateway.DoAsync(admin, "revokeClient", new { clientId = id });
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(admin, "restrictClient", new { clientId = id, trustedDocumentsOnly = false }));
    }

    [Fact]
    public async Task Refused_requests_bring_nothing_into_memory()
    {
        var (_, token) = await gateway.ClientAsync(trustedDocumentsOnly: true);
        const string query = "query Filler { viewer { username } }";
        for (int i = 0; i < 3; i++)
            Assert.Equal("DOCUMENT_NOT_TRUSTED", (await gateway.PostDocumentAsync(new { query, extensions = Persisted(Hash(query)) }, token)).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await gateway.PostDocumentAsync(new { extensions = Persisted(Hash(query)) }, await gateway.SignInAsync("auditor"))).Code);
    }
}

/// <summary>The API that answers registered documents only.</summary>
public sealed class TrustedOnlyGateway(PostgresCluster cluster) : GatewayFixture(cluster)
{
    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(Gateway.Settings.SettingsTable.TrustedDocumentsOnly.Key, "true")];
}

/// <summary>The setting holds for everybody; the admin's documents are registered, so it goes on.</summary>
public sealed class TrustedDocumentsOnlyTests(TrustedOnlyGateway gateway) : IClassFixture<TrustedOnlyGateway>
{
    [Fact]
    public async Task Everybody_sends_registered_documents_or_nothing()
    {
        var signedIn = await gateway.PostDocumentAsync(new
        {
            documentId = "sha256:" + HashOfFile("Access/SignIn"), variables = new { input = new { username = "analyst-370403", password = DemoAccounts.Password } },
        });
        string token = signedIn.Body.GetProperty("data").GetProperty("signIn").GetProperty("accessToken").GetString()!;

        var home = await gateway.PostDocumentAsync(new { documentId = "sha256:" + HashOfFile("Organisation/Home"), operationName = "Home" }, token);
        Assert.Equal(JsonValueKind.Object, home.Body.GetProperty("data").ValueKind);
        foreach (string? caller in new[] { token, null })
        {
            foreach (string query in new[] { "{ __typename }", "{ viewer { username } }", "{ __schema { queryType { name } } }", "nothing {" })
            {
                var answer = await gateway.PostDocumentAsync(new { query }, caller, GraphQLResponse);
                Assert.Equal((403, "DOCUMENT_NOT_TRUSTED"), (answer.Status, answer.Code));
            }
        }
    }
}
