using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Clients;

/// <summary>One server for the clients of npm: each is a script of this folder, a process of its own that makes its checks one after the other.</summary>
[CollectionDefinition(nameof(ClientScript))]
public sealed class ClientScript : ICollectionFixture<GatewayFixture>
{
    /// <summary>Runs a client's checks and asserts that each was made and passed.</summary>
    /// <param name="gateway">The server it talks to; null: to none.</param>
    /// <param name="checks">How many checks it makes.</param>
    internal static async Task PassAsync(string script, GatewayFixture? gateway, int checks, [CallerFilePath] string caller = "")
    {
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-");
        try
        {
            var report = await NodeScript.RunAsync(script, await TermsAsync(gateway, folder.FullName), TestContext.Current.CancellationToken, caller);
            Assert.Empty(Texts(report, "failed"));
            Assert.Equal(checks, Texts(report, "passed").Distinct().Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<object> TermsAsync(GatewayFixture? gateway, string folder)
    {
        string schema = Path.Combine(Repository.Root, "schema");
        var cancellation = TestContext.Current.CancellationToken;
        return new
        {
            Url = gateway is null ? null : new Uri(gateway.Http.BaseAddress!, "/graphql"),
            DemoAccounts.Password,
            Sdl = await File.ReadAllTextAsync(Path.Combine(schema, "schema.graphql"), cancellation),
            Folder = folder,
            Operations = Directory.EnumerateFiles(Path.Combine(schema, "operations"), "*.graphql", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new { Path = path, Text = File.ReadAllText(path) }),
        };
    }

    private static IEnumerable<string> Texts(JsonElement report, string list) => report.GetProperty(list).EnumerateArray().Select(text => text.GetString()!);
}
