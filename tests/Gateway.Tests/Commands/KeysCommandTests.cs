using System.Diagnostics;
using System.Net;
using HomeroomGraph.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The verb <c>keys</c>, and what a program that serves hears of it.</summary>
public sealed class KeysCommandTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    /// <summary>A change is heard of at once (LISTEN). The program answers within that time on a machine that has other things to do.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private static readonly (string Query, bool ByGet)[] Questions =
        [.. from query in new[] { "{ viewer { username } }", "{ schools { totalCount } }" } from byGet in new[] { false, true } select (query, byGet)];

    [Fact]
    public async Task A_running_gateway_follows_a_rotation_and_a_revocation_at_once()
    {
        await using var gateway = await RunningGateway.StartAsync(demo);
        var first = await gateway.SignInAsync("principal");
        var firstKey = Assert.Single(await gateway.PublishedKeysAsync());
        Assert.Equal(firstKey, new JsonWebToken(first).Kid);

        // Without --now the next key is published an hour before it signs.
        var announced = await gateway.VerbAsync("keys", "rotate");
        Assert.Equal(0, announced.ExitCode);
        var nextKey = IdOf(announced.Output);
        await UntilAsync(async () => (await gateway.PublishedKeysAsync()).SequenceEqual([nextKey, firstKey]));
        Assert.Equal(firstKey, new JsonWebToken(await gateway.SignInAsync("principal")).Kid);

        // With it, it takes the place of the one that waits, and tokens of the former key go on.
        var secondKey = IdOf((await gateway.VerbAsync("keys", "rotate", "--now")).Output);
        await UntilAsync(async () => (await gateway.PublishedKeysAsync()).SequenceEqual([secondKey, firstKey]));
        var second = await gateway.SignInAsync("principal");
        Assert.Equal(secondKey, new JsonWebToken(second).Kid);
        await AllAnswerAsync(gateway, first, HttpStatusCode.OK);
        var listed = (await gateway.VerbAsync("keys", "list")).Output;
        Assert.Matches($"{secondKey}  signs since .*\\n{firstKey}  believed until ", listed);

        var revoked = await gateway.VerbAsync("keys", "revoke", firstKey);
        Assert.Equal((0, $"{firstKey} is revoked: the tokens that it signed are refused."), (revoked.ExitCode, revoked.Output.Trim()));
        await UntilAsync(async () => await gateway.AskAsync(Questions[0].Query, first, byGet: false) == HttpStatusCode.Unauthorized);
        await AllAnswerAsync(gateway, first, HttpStatusCode.Unauthorized);
        await AllAnswerAsync(gateway, second, HttpStatusCode.OK);
        Assert.Equal([secondKey], await gateway.PublishedKeysAsync());

        // The only key goes: another signs at once.
        await gateway.VerbAsync("keys", "revoke", secondKey);
        await UntilAsync(async () => !(await gateway.PublishedKeysAsync()).Contains(secondKey));
        await AllAnswerAsync(gateway, second, HttpStatusCode.Unauthorized);
        await AllAnswerAsync(gateway, await gateway.SignInAsync("principal"), HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("There is no key none. See: keys list", "revoke", "none")]
    [InlineData("See: keys revoke --help", "revoke")]
    [InlineData("See: keys --help")]
    [InlineData("See: keys rotate --help", "rotate", "--soon")]
    public async Task A_wrong_call_is_told_what_is_wrong_and_changes_nothing(string said, params string[] arguments)
    {
        var before = await demo.Database.Owner.ColumnAsync<string>("select key_id from access.signing_key order by 1");

        var run = await ProgramRun.ToEndAsync(["keys", .. arguments], ("ConnectionStrings__Homeroom", demo.ConnectionString));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await demo.Database.Owner.ColumnAsync<string>("select key_id from access.signing_key order by 1"));
    }

    /// <summary>The key that a verb tells of, at the beginning of its line.</summary>
    private static string IdOf(string output) => output.Split("  ")[0];

    private static async Task AllAnswerAsync(RunningGateway gateway, string token, HttpStatusCode status)
    {
        foreach (var (query, byGet) in Questions)
            Assert.Equal(status, await gateway.AskAsync(query, token, byGet));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < AtOnce, $"The gateway has not heard of it after {watch.Elapsed}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
