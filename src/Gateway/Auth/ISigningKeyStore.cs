namespace HomeroomGraph.Gateway.Auth;

/// <summary>Where the signing keys are kept, for all gateways of a database.</summary>
public interface ISigningKeyStore
{
    /// <summary>All keys that are still believed, the last to sign first. Makes the next one where it is due, and removes those whose
    /// tokens have all expired.</summary>
    Task<IReadOnlyList<SigningKey>> LoadAsync(KeySchedule schedule, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>When keys follow each other.</summary>
/// <param name="Lifetime">How long a key signs.</param>
public sealed record KeySchedule(TimeSpan Lifetime)
{
    /// <summary>So long before it signs a key is published: others keep what we publish for a while.</summary>
    public static readonly TimeSpan PublishedAhead = TimeSpan.FromHours(1);

    /// <summary>Whether the next key has to be made now.</summary>
    public bool IsDue(IReadOnlyList<SigningKey> keys, DateTimeOffset now) =>
        keys.Count == 0 || keys[0].SignsFrom + Lifetime - PublishedAhead <= now;

    /// <summary>From when on the next key signs; the first one at once.</summary>
    public DateTimeOffset NextSignsFrom(IReadOnlyList<SigningKey> keys, DateTimeOffset now)
    {
        if (keys.Count == 0)
            return now;
        var planned = keys[0].SignsFrom + Lifetime;
        return planned > now + PublishedAhead ? planned : now + PublishedAhead;
    }

    /// <summary>When the last token of a key that ends to sign then has expired, with whatever lifetime and clock a gateway has.</summary>
    public static DateTimeOffset BelievedUntil(DateTimeOffset nextSignsFrom) =>
        nextSignsFrom + TokenTerms.LongestLifetime + (2 * AccessTokenReader.ClockSkew) + SigningKeyRing.LookAgainAfter;
}
