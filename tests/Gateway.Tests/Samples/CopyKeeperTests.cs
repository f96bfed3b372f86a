using System.Diagnostics;
using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.History;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Samples;

/// <summary>The sample programs that keep a copy by the feed (rule V4): each runs beside writers, is killed in the middle, goes on, and ends with what the
/// database has. Either goes on with the other's file.</summary>
[Trait("Rule", "V4")]
public sealed class CopyKeeperTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const int Writers = 4, Transactions = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("node", "csharp")]
    [InlineData("csharp", "node")]
    public async Task A_copy_ends_as_the_database_is_though_its_keeper_is_killed_meanwhile(string keeper, string other)
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        for (int n = 0; n < 5; n++) await district.PaperAsync(district.Schools[n % 3], $"从前{n}");
        string[] client = await ClientAsync(district);
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-");
        try
        {
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(n => new RandomWriter(district, 700 + n).WriteAsync(Transactions, Cancellation)));
            await KilledAsync(keeper, [.. client, "--folder", folder.FullName, "--every", "0.1"], TimeSpan.FromSeconds(2));
            await writing;
            await gateway.UntilReadableAsync();
            await RunAsync(keeper, [.. client, "--folder", folder.FullName, "--once"]);

            var rows = await RowsAsync(keeper, folder.FullName);
            Assert.Equal(await InDatabaseAsync(district), rows.Select(row => $"{row.GetProperty("id").GetString()} {row.GetProperty("title").GetString()}").Order(StringComparer.Ordinal));
            Assert.Equal(Texts(rows), Texts(await RowsAsync(other, folder.FullName)));
            // Nothing has changed since, and whoever pulls anew has the same rows with all their fields.
            Assert.Equal(["Up to date."], await RunAsync(other, [.. client, "--folder", folder.FullName, "--once"]));
            string anew = Path.Combine(folder.FullName, "anew");
            await RunAsync(keeper, [.. client, "--folder", anew, "--once"]);
            Assert.Equal(Texts(await RowsAsync(keeper, anew)), Texts(rows));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("node")]
    [InlineData("csharp")]
    public async Task As_a_user_of_the_demo_as_the_readme_says(string keeper)
    {
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-");
        try
        {
            string[] options = ["--user", "analyst-370403", "--password", DemoAccounts.Password, "--folder", folder.FullName, "--once"];
            var told = await RunAsync(keeper, options);
            Assert.Matches("^Pulled [0-9]+ papers and [0-9]+ awards[.]$", told[0]);
            Assert.Equal("Up to date.", told[^1]);

            // A keeper whose last part was cut off in the middle drops it and asks again.
            string file = Path.Combine(folder.FullName, "papers-and-awards.jsonl");
            await File.AppendAllTextAsync(file, """{"id":"x","version":"9","type":"PAPER","row":{"id":"x","ti""", Cancellation);
            Assert.Equal(["Up to date."], await RunAsync(keeper, options));
            Assert.DoesNotContain(await RowsAsync(keeper, folder.FullName), row => row.GetProperty("id").GetString() == "x");

            // A position of another database: it begins anew.
            await File.AppendAllTextAsync(file, """{"position":"none"}""" + "\n", Cancellation);
            Assert.Equal(told[0], Assert.Single(await RunAsync(keeper, options), line => line.StartsWith("Pulled", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("node")]
    [InlineData("csharp")]
    public async Task A_secret_may_begin_with_a_dash(string keeper)
    {
        using var process = Start(keeper, ["--client", "client-none", "--secret", "-a", "--folder", Path.Combine(Path.GetTempPath(), $"homeroomgraph-{Guid.NewGuid():N}"), "--once"]);
        string said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("The client can't sign in", said, StringComparison.Ordinal);
    }

    private async Task<string[]> ClientAsync(FeedDistrict district)
    {
        await gateway.Database.Access.ExecuteAsync(
            "insert into access.\"grant\" (account_id, role, district_id) select account_id, 'platform_admin', $1 from access.account where user_name = 'platform-admin'", district.Id);
        var made = await gateway.DoAsync(
            await gateway.SignInAsync("platform-admin"), "createClient",
            new { name = $"copy-{Guid.NewGuid():N}", districtId = new GlobalId("District", new RowKey(district.Id, null)).ToString(), scopes = new[] { "papers:read", "awards:read" } }, "clientId clientSecret");
        return ["--client", made.GetProperty("clientId").GetString()!, "--secret", made.GetProperty("clientSecret").GetString()!];
    }

    private async Task<IEnumerable<string>> InDatabaseAsync(FeedDistrict district) => (await gateway.Database.Owner.ColumnAsync<string>(
        """
        select translate(encode(convert_to(concat_ws(':', type, $1::text, id), 'UTF8'), 'base64'), E'+/=\n', '-_') || ' ' || title
        from (select 'Paper', paper_id, title from homeroom.paper where district_id = $1 union all select 'Award', award_id, title from homeroom.award where district_id = $1) r (type, id, title)
        """, district.Id)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> rows) => rows.Select(row => JsonSerializer.Serialize(row)).Order(StringComparer.Ordinal);

    private async Task<List<JsonElement>> RowsAsync(string keeper, string folder) =>
        [.. (await RunAsync(keeper, ["--folder", folder, "--print"])).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>What a program says, until it ends well.</summary>
    private async Task<string[]> RunAsync(string keeper, string[] options)
    {
        using var process = Start(keeper, options);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>A program that is killed some time after it has pulled.</summary>
    private async Task KilledAsync(string keeper, string[] options, TimeSpan after)
    {
        using var process = Start(keeper, options);
        if (await process.StandardOutput.ReadLineAsync(Cancellation) is not { } told || !told.StartsWith("Pulled ", StringComparison.Ordinal))
            Assert.Fail(await process.StandardError.ReadToEndAsync(Cancellation));
        await Task.Delay(after, Cancellation);
        Assert.False(process.HasExited);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Cancellation);
    }

    private Process Start(string keeper, string[] options)
    {
        (string program, string path) = keeper == "node"
            ? ("node", Path.Combine(Repository.Root, "samples", "copy-keeper-node", "keep.mjs"))
            : ("dotnet", Path.Combine(AppContext.BaseDirectory, "HomeroomGraph.CopyKeeper.dll"));
        return Process.Start(new ProcessStartInfo(program, [path, .. options, "--api", gateway.Http.BaseAddress!.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
    }
}
