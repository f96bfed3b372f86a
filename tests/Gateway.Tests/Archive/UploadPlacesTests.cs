using HomeroomGraph.Gateway.Archive;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>Files arrive a few at a time, and those of one account leave room for the others'.</summary>
public sealed class UploadPlacesTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20), Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_account_has_a_quarter_and_the_next_of_it_waits()
    {
        var places = new UploadPlaces(8);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        using var first = await places.EnterAsync(one, Soon, Cancellation);
        var second = await places.EnterAsync(one, Soon, Cancellation);
        Assert.Null(await places.EnterAsync(one, Soon, Cancellation));
        Assert.NotNull(await places.EnterAsync(other, Soon, Cancellation));

        var waiting = places.EnterAsync(one, Long, Cancellation);
        Assert.False(waiting.IsCompleted);
        second!.Dispose();
        Assert.NotNull(await waiting);
    }

    [Fact]
    public async Task There_are_no_more_than_so_many_of_all_accounts()
    {
        var places = new UploadPlaces(2);
        var taken = await places.EnterAsync(Guid.NewGuid(), Soon, Cancellation);
        using var held = await places.EnterAsync(Guid.NewGuid(), Soon, Cancellation);
        var third = Guid.NewGuid();
        Assert.Null(await places.EnterAsync(third, Soon, Cancellation));
        taken!.Dispose();
        // Who waited in vain holds nothing.
        Assert.NotNull(await places.EnterAsync(third, Soon, Cancellation));
    }

    [Fact]
    public async Task Who_stops_waiting_holds_nothing()
    {
        var places = new UploadPlaces(4);
        var account = Guid.NewGuid();
        using var held = await places.EnterAsync(account, Soon, Cancellation);
        using var stop = new CancellationTokenSource();
        var waiting = places.EnterAsync(account, Long, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        held!.Dispose();
        Assert.NotNull(await places.EnterAsync(account, Soon, Cancellation));
    }
}
