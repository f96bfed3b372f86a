using System.Security.Cryptography;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Auth;

public sealed class DatabaseSigningKeyStoreTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly KeySchedule Schedule = new(TimeSpan.FromDays(90));
    private readonly TestDatabase test = new(cluster);
    private DateTimeOffset now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => test.InitializeAsync();

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task Gateways_that_start_at_once_end_with_one_key_and_the_next_finds_it()
    {
        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LoadAsync()));
        now += TimeSpan.FromHours(1);
        var later = await LoadAsync();

        var key = Assert.Single(later);
        Assert.All(loads, keys => Assert.Equal(key.Id, Assert.Single(keys).Id));
        Assert.Equal(now.AddHours(-1), key.CreatedAt);
        Assert.Equal(loads[0][0].Public.X, key.Public.X);
    }

    [Fact]
    public async Task The_next_key_is_published_before_it_signs_and_the_old_one_stays_until_its_last_token_has_expired()
    {
        var first = Assert.Single(await LoadAsync());
        now += Schedule.Lifetime - KeySchedule.PublishedAhead;
        var (second, old) = (await LoadAsync()) is [var a, var b] ? (a, b) : throw new InvalidOperationException("There are not two keys.");
        Assert.Equal((first.Id, now + KeySchedule.PublishedAhead), (old.Id, second.SignsFrom));
        Assert.Equal(first.Id, await SignerAsync());

        now = second.SignsFrom;
        Assert.Equal(second.Id, await SignerAsync());
        now += TokenTerms.LongestLifetime;
        Assert.Equal(2, (await LoadAsync()).Count);

        now = old.BelievedUntil!.Value;
        Assert.Equal(second.Id, Assert.Single(await LoadAsync()).Id);
        Assert.Equal(1, await test.Database.Owner.ScalarAsync<long>("select count(*) from access.signing_key"));
    }

    [Fact]
    public async Task A_database_that_nobody_served_for_long_still_publishes_the_next_key_first()
    {
        var first = Assert.Single(await LoadAsync());
        now += TimeSpan.FromDays(1_000);

        Assert.Equal(2, (await LoadAsync()).Count);
        Assert.Equal(first.Id, await SignerAsync());
        now += KeySchedule.PublishedAhead;
        Assert.NotEqual(first.Id, await SignerAsync());
    }

    [Fact]
    public async Task A_rotation_before_its_time_takes_the_place_of_a_key_that_waits()
    {
        var first = Assert.Single(await LoadAsync());
        var waiting = await Store().RotateAsync(now, now + KeySchedule.PublishedAhead, Cancellation);
        now += TimeSpan.FromMinutes(1);
        var urgent = await Store().RotateAsync(now, now, Cancellation);

        Assert.Equal([urgent.Id, first.Id], (await LoadAsync()).Select(key => key.Id));
        Assert.DoesNotContain(waiting.Id, (await Store().ListAsync(Cancellation)).Select(key => key.Id));
        Assert.Equal(urgent.Id, await SignerAsync());
    }

    [Fact]
    public async Task A_revoked_key_is_gone_and_another_signs_at_once()
    {
        var first = Assert.Single(await LoadAsync());

        Assert.True(await Store().RevokeAsync(first.Id, now, Cancellation));
        Assert.False(await Store().RevokeAsync(first.Id, now, Cancellation));

        var second = Assert.Single(await LoadAsync());
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(now, second.SignsFrom);
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task Keys_that_come_and_go_are_in_the_audit_log_without_their_private_part()
    {
        await Store().RevokeAsync(Assert.Single(await LoadAsync()).Id, now, Cancellation);

        var entries = await test.Database.Owner.ColumnAsync<string>(
            "select operation || ' ' || (coalesce(after, before) ? 'private_key') from history.audit_log where table_name = 'access.signing_key' order by audit_id");
        Assert.Equal(["insert false", "delete false", "insert false"], entries);
    }

    [Fact]
    public async Task With_a_key_in_the_settings_the_private_part_is_encrypted_where_it_is_kept()
    {
        var secret = RandomNumberGenerator.GetBytes(KeyProtection.SecretLength);
        var key = Assert.Single(await Store(secret).LoadAsync(Schedule, now, Cancellation));

        var kept = await test.Database.Owner.ScalarAsync<byte[]>("select private_key from access.signing_key");
        Assert.Equal(-1, kept.AsSpan().IndexOf(key.Pkcs8.AsSpan(40, 24)));
        Assert.Equal(key.Pkcs8, Assert.Single(await Store(secret).LoadAsync(Schedule, now, Cancellation)).Pkcs8);
        foreach (var other in new[] { null, RandomNumberGenerator.GetBytes(KeyProtection.SecretLength) })
        {
            var refusal = await Assert.ThrowsAsync<SetupException>(() => Store(other).LoadAsync(Schedule, now, Cancellation));
            Assert.Contains("Homeroom__SigningKeyEncryptionKey", refusal.Message, StringComparison.Ordinal);
        }
    }

    private Task<IReadOnlyList<SigningKey>> LoadAsync() => Store().LoadAsync(Schedule, now, Cancellation);

    private async Task<string> SignerAsync()
    {
        using var ring = new SigningKeyRing(Store(), Schedule, new MovableClock { Now = now });
        return (await ring.SigningKeyAsync(Cancellation)).Id;
    }

    private DatabaseSigningKeyStore Store(byte[]? secret = null) => new(test.Database.Access, new KeyProtection(secret));
}
