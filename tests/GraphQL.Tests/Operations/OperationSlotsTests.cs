using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Tests.Operations;

public sealed class OperationSlotsTests : IDisposable
{
    private readonly OperationSlots _slots = new(perClient: 2);

    public void Dispose() => _slots.Dispose();

    [Fact]
    public async Task Whoever_waits_has_the_next_free_place_in_the_order_of_coming()
    {
        var first = await EnterAsync();
        var second = await EnterAsync();
        var third = EnterAsync();
        var fourth = EnterAsync();
        Assert.False(third.IsCompleted || fourth.IsCompleted);

        first.Dispose();
        var place = await third;
        Assert.False(fourth.IsCompleted);

        place.Dispose();
        (await fourth).Dispose();
        second.Dispose();
        Assert.Equal(0, _slots.Clients);
    }

    [Fact]
    public async Task A_client_waits_for_nobody_but_itself()
    {
        using var first = await EnterAsync();
        using var second = await EnterAsync();

        var other = EnterAsync("another");

        Assert.True(other.IsCompletedSuccessfully);
        (await other).Dispose();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_back_and_takes_no_place()
    {
        using var slots = new OperationSlots(perClient: 1, TimeSpan.FromMilliseconds(40));
        var runs = await slots.EnterAsync("client", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TooManyOperationsException>(async () => await slots.EnterAsync("client", TestContext.Current.CancellationToken));

        runs.Dispose();
        Assert.Equal(0, slots.Clients);
        (await slots.EnterAsync("client", TestContext.Current.CancellationToken)).Dispose();
    }

    [Fact]
    public async Task Who_goes_while_waiting_leaves_the_place_to_the_next()
    {
        using var gone = new CancellationTokenSource();
        var first = await EnterAsync();
        using var second = await EnterAsync();
        var third = _slots.EnterAsync("client", gone.Token);
        var fourth = EnterAsync();

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await third);
        first.Dispose();

        (await fourth).Dispose();
    }

    [Fact]
    public async Task No_more_than_so_many_wait()
    {
        var running = new[] { await EnterAsync(), await EnterAsync() };
        var waiting = Enumerable.Range(0, OperationSlots.MostWaiting).Select(_ => EnterAsync().AsTask()).ToList();

        Assert.Throws<TooManyOperationsException>(() => { _ = EnterAsync(); });

        foreach (var place in running) place.Dispose();
        foreach (var place in waiting) (await place).Dispose();
        Assert.Equal(0, _slots.Clients);
    }

    [Fact]
    public async Task Never_more_run_than_may_and_each_has_its_turn()
    {
        int running = 0, most = 0, done = 0;
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (_, cancellation) =>
        {
            using var place = await _slots.EnterAsync("client", cancellation);
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref done);
        });

        Assert.Equal(400, done);
        Assert.InRange(most, 1, 2);
        Assert.Equal(0, _slots.Clients);
    }

    private ValueTask<OperationSlots.Place> EnterAsync(string client = "client") => _slots.EnterAsync(client, TestContext.Current.CancellationToken);

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = most; value > seen; seen = most)
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
    }
}
