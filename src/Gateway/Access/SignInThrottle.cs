using System.Collections.Concurrent;
using System.Net;
using HomeroomGraph.Gateway.Auth;

namespace HomeroomGraph.Gateway.Access;

/// <summary>
/// Slows down who guesses passwords over many accounts (the lock of one account does not see that). Only failures count, so a
/// school behind one address signs in as it likes.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    public const int MostFailures = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 10_000;
    private readonly ConcurrentDictionary<string, Failures> byAddress = new();

    /// <summary>Takes a place for an attempt, or says how long to wait. A place is given back by <see cref="Succeeded"/>.</summary>
    public bool TryEnter(IPAddress? address, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        var now = clock.GetUtcNow();
        if (byAddress.Count >= MostAddresses)
            Forget(now);
        var counted = byAddress.AddOrUpdate(
            ClientAddress.KeyOf(address),
            _ => new Failures(now, 1),
            (_, was) => now - was.Since >= Window ? new Failures(now, 1) : was with { Count = Math.Min(was.Count + 1, MostFailures + 1) });
        if (counted.Count <= MostFailures)
            return true;
        wait = counted.Since + Window - now;
        return false;
    }

    /// <summary>The attempt was no failure.</summary>
    public void Succeeded(IPAddress? address)
    {
        var key = ClientAddress.KeyOf(address);
        while (byAddress.TryGetValue(key, out var was) && !byAddress.TryUpdate(key, was with { Count = Math.Max(was.Count - 1, 0) }, was))
        {
            // Another attempt of the same address counted in between: read again.
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var entry in byAddress)
        {
            if (now - entry.Value.Since >= Window)
                byAddress.TryRemove(entry);
        }

        // Still full: more addresses at once than anybody honest has. Start over rather than grow.
        if (byAddress.Count >= MostAddresses)
            byAddress.Clear();
    }

    private sealed record Failures(DateTimeOffset Since, int Count);
}
