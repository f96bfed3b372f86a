using HomeroomGraph.Data.Versions;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Execution;
using Npgsql;

namespace HomeroomGraph.Gateway.Answers;

/// <summary>How new the data is, from the counters that every writer moves (schema <c>version</c>).</summary>
internal sealed class DataVersions(NpgsqlDataSource reader) : IVersionSource, IHostedService
{
    /// <summary>What <c>reach.changes</c> raises for a viewer whose rights are not those of the session.</summary>
    private const string StaleViewer = "HG001";

    private CountedTables? _tables;

    /// <summary>Of this program: another build may answer otherwise.</summary>
    public static string Edition { get; } = string.Join('/', new[] { typeof(OperationPipeline), typeof(CountedTables), typeof(DataVersions) }
        .Select(type => type.Module.ModuleVersionId.ToString("N")));

    public async Task StartAsync(CancellationToken cancellationToken) => _tables = await CountedTables.ReadAsync(reader, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public VersionedReads? ReadsOf(string statement) => _tables?.NumbersOf(statement) is { } numbers ? new VersionedReads(numbers) : null;

    public async Task<DataVersion> LookUpAsync(VersionedReads reads, IViewer viewer, CancellationToken cancellation)
    {
        await using var connection = await reader.OpenConnectionAsync(cancellation);
        await using var lookUp = new NpgsqlCommand("select changes, lineage from reach.changes($1, $2, $3)", connection);
        Bind(lookUp.Parameters, reads, viewer);
        try
        {
            await using var row = await lookUp.ExecuteReaderAsync(cancellation);
            return await DataVersion.ReadAsync(row, cancellation);
        }
        catch (PostgresException stale) when (stale.SqlState == StaleViewer)
        {
            throw new StaleViewerException();
        }
    }

    public NpgsqlBatchCommand EnterStatement(VersionedReads reads, IViewer viewer, NpgsqlBatchCommand? again = null)
    {
        var enter = again ?? new("select changes, lineage from reach.enter_counted($1, $2, $3)");
        Bind(enter.Parameters, reads, viewer);
        return enter;
    }

    private static void Bind(NpgsqlParameterCollection parameters, VersionedReads reads, IViewer viewer)
    {
        var account = ((HomeroomViewer)viewer).Account!;
        if (parameters.Count == 0)
            parameters.AddRange(new NpgsqlParameter[] { new NpgsqlParameter<Guid>(), new NpgsqlParameter<int>(), new NpgsqlParameter<short[]>() });
        ((NpgsqlParameter<Guid>)parameters[0]).TypedValue = account.AccountId;
        ((NpgsqlParameter<int>)parameters[1]).TypedValue = account.AccessVersion;
        ((NpgsqlParameter<short[]>)parameters[2]).TypedValue = reads.Tables;
    }
}
