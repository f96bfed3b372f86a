using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>No answer is older than a commit that was acknowledged before the request began: over two gateways, by 304 and from memory, while slow
/// and fast transactions write, some are given up, rights come and go, and a day ends. Seeded; more rounds by the environment variable
/// <c>HOMEROOM_ANSWER_ROUNDS</c>.</summary>
public sealed class NeverOlderTests(TwoGatewaysAtMidnight gateways) : IClassFixture<TwoGatewaysAtMidnight>
{
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("HOMEROOM_ANSWER_ROUNDS"), out int rounds) ? rounds : 1;

    [Fact]
    public async Task No_answer_is_older_than_an_acknowledged_commit()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var run = await WritersAndReaders.BeginAsync(gateways, seed: 41 + round);
            await run.RunAsync(TimeSpan.FromSeconds(4));
            Assert.Empty(run.Violations);
            Assert.True(run.NotModified > 20 && run.FromMemory > 20 && run.Commits > 50, $"Too little was tried: {run}");
        }
    }
}

/// <summary>The test of the test: it finds a version that is known to be wrong.</summary>
public sealed class WrongVersionTests(TwoGatewaysAtMidnight gateways) : IClassFixture<TwoGatewaysAtMidnight>
{
    /// <summary>A transaction that took its number early and commits late moves no maximum.</summary>
    [Fact]
    public async Task The_greatest_sequence_number_as_a_version_is_caught()
    {
        await gateways.Database.Owner.ExecuteAsync("""
            create or replace function reach.changes(viewer_account_id uuid, viewer_access_version integer, tables smallint[], out changes bigint, out lineage bigint)
                language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
            begin
                if not exists (select from access.viewer_reach v where v.account_id = viewer_account_id and v.access_version = viewer_access_version) then
                    raise exception 'stale' using errcode = 'HG001';
                end if;
                select coalesce(max(seq), 0), 0 into changes, lineage from history.change_log;
            end
            $$;
            """);
        var caught = new List<string>();
        for (int round = 0; round < 5 && caught.Count == 0; round++)
        {
            var run = await WritersAndReaders.BeginAsync(gateways, seed: 41 + round);
            await run.RunAsync(TimeSpan.FromSeconds(4));
            caught.AddRange(run.Violations);
        }
        Assert.NotEmpty(caught);
    }
}
