using System.CommandLine;
using System.Globalization;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>keys list | rotate | revoke ID</c>: the keys that sign access tokens. Gateways that run take note at once.</summary>
internal static class KeysCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The key's id, as keys list shows it." };
    private static readonly Option<bool> Now = new("--now") { Description = "The new key signs at once, and not after it has been published for an hour." };

    public static Command Create()
    {
        var list = new Command("list", "List the keys, the last to sign first.");
        list.SetAction((call, cancellation) => WithStoreAsync(call, ListAsync, cancellation));
        var rotate = new Command("rotate", "Make the next key now. Tokens of the one before are good until they expire.") { Now };
        rotate.SetAction((call, cancellation) => WithStoreAsync(call, RotateAsync, cancellation));
        var revoke = new Command("revoke", "Remove a key: all tokens that it signed are refused at once.") { Id };
        revoke.SetAction((call, cancellation) => WithStoreAsync(call, RevokeAsync, cancellation));
        return new Command("keys", "The keys that sign access tokens.") { list, rotate, revoke };
    }

    private static async Task<int> WithStoreAsync(
        ParseResult call, Func<ParseResult, DatabaseSigningKeyStore, CancellationToken, Task<int>> run, CancellationToken cancellation)
    {
        var settings = GatewaySettings.FromEnvironment();
        await using var database = await OpenDatabase.RunAsync(settings, DatabasePurpose.Work, new StartLog(Terminal.OpenBeside()), cancellation);
        return await run(call, new DatabaseSigningKeyStore(database.Access, new KeyProtection(settings.SigningKeyEncryptionKey)), cancellation);
    }

    private static async Task<int> ListAsync(ParseResult call, DatabaseSigningKeyStore store, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var keys = await store.ListAsync(cancellation);
        var signer = keys.FirstOrDefault(key => key.SignsFrom <= now);
        var output = call.InvocationConfiguration.Output;
        if (keys.Count == 0)
            await output.WriteLineAsync("There is no key yet: the first start makes one.");
        foreach (var key in keys)
            await output.WriteLineAsync($"{key.Id}  {StateOf(key, signer, now)}{(key.IsEncrypted ? ", encrypted" : "")}");
        return ExitCode.Done;
    }

    private static string StateOf(KeyFacts key, KeyFacts? signer, DateTimeOffset now) => key switch
    {
        { SignsFrom: var from } when from > now => $"published, signs from {Text(from)}",
        { BelievedUntil: { } until } when key != signer => $"believed until {Text(until)}",
        { BelievedUntil: not null } => $"signs until the next one's time, since {Text(key.SignsFrom)}",
        _ => $"signs since {Text(key.SignsFrom)}",
    };

    private static async Task<int> RotateAsync(ParseResult call, DatabaseSigningKeyStore store, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var key = await store.RotateAsync(now, call.GetValue(Now) ? now : now + KeySchedule.PublishedAhead, cancellation);
        await call.InvocationConfiguration.Output.WriteLineAsync($"{key.Id}  signs from {Text(key.SignsFrom)}");
        return ExitCode.Done;
    }

    private static async Task<int> RevokeAsync(ParseResult call, DatabaseSigningKeyStore store, CancellationToken cancellation)
    {
        var id = call.GetValue(Id)!;
        if (!await store.RevokeAsync(id, TimeProvider.System.GetUtcNow(), cancellation))
            throw new SetupException($"There is no key {id}. See: keys list");
        await call.InvocationConfiguration.Output.WriteLineAsync($"{id} is revoked: the tokens that it signed are refused.");
        return ExitCode.Done;
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
