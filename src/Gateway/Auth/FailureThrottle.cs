using System.Collections.Concurrent;
using System.Net;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Slows down who guesses from one address, whatever the guess is at. Only failures count, so many who know what they ask for may share an address.</summary>
/// <param name="clock">The time.</param>
/// <param name="mostFailures">How many failures an address has in a window.</param>
/// <param name="window">How long a window is.</param>
public abstract class FailureThrottle(TimeProvider clock, int mostFailures, TimeSpan window)
{
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
            (_, was) => now - was.Since >= window ? new Failures(now, 1) : was with { Count = Math.Min(was.Count + 1, mostFailures + 1) });
        if (counted.Count <= mostFailures)
            return true;
        wait = counted.Since + window - now;
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
            if (now - entry.Value.Since >= window)
                byAddress.TryRemove(entry);
        }

        // Still full: more addresses at once than anybody honest has. Start over rather than grow.
        if (byAddress.Count >= MostAddresses)
            byAddress.Clear();
    }

    private sealed record Failures(DateTimeOffset Since, int Count);
}
