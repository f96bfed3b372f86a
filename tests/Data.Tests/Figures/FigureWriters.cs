using HomeroomGraph.Data.Figures;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>Something that a writer does in its transaction.</summary>
internal delegate Task WriteStep(NpgsqlConnection connection, Random random);

/// <summary>Several connections that write at random, in transactions that are given up or kept, while a reader holds the summaries against the
/// rows. HOMEROOM_FIGURE_ROUNDS says how many transactions each writes.</summary>
internal sealed class FigureWriters(HomeroomDatabase database, params string[] summaries)
{
    private const int Writers = 4;

    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("HOMEROOM_FIGURE_ROUNDS"), out var rounds) ? rounds : 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Writes and compares; returns how many transactions were kept.</summary>
    public async Task<int> RunAsync(int seed, params WriteStep[] steps)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reader = CompareUntilAsync(done.Token);
        var kept = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(new Random(seed * 100 + writer), steps), Cancellation)));
        await done.CancelAsync();
        Assert.NotEqual(0, await reader);
        await CompareAsync();
        return kept.Sum();
    }

    /// <summary>Holds the summaries against the rows.</summary>
    public async Task CompareAsync()
    {
        var sums = new FigureSums(database.Owner);
        foreach (var summary in summaries)
            Assert.Equal("", string.Join('\n', await sums.DifferencesAsync(summary, Cancellation)));
    }

    private async Task<int> CompareUntilAsync(CancellationToken done)
    {
        var compared = 0;
        while (!done.IsCancellationRequested || compared == 0)
        {
            await CompareAsync();
            compared++;
        }

        return compared;
    }

    private async Task<int> WriteAsync(Random random, WriteStep[] steps)
    {
        var kept = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var connection = await database.Writer.OpenConnectionAsync(Cancellation);
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            try
            {
                for (var step = random.Next(1, 4); step > 0; step--)
                    await steps[random.Next(steps.Length)](connection, random);
                await Task.Delay(random.Next(10), Cancellation);
                if (random.Next(4) == 0)
                    continue;
                await transaction.CommitAsync(Cancellation);
                kept++;
            }
            catch (PostgresException refusal) when (refusal.SqlState[..2] is "23" or "40" or "HG")
            {
                // A rule, or another writer, was in the way: the transaction is given up.
            }
        }

        return kept;
    }
}

/// <summary>Short statements of a writer's transaction.</summary>
internal static class WriterSql
{
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
