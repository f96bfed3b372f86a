using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>The schema over a few schools of the demo, without records of their work.</summary>
public sealed class DemoEngine(PostgresCluster cluster) : DemoEngineOver(new DemoDatabase(cluster));

/// <summary>The schema over the whole demo.</summary>
public sealed class FullDemoEngine(PostgresCluster cluster) : DemoEngineOver(new FullDemoDatabase(cluster))
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Owner.AddImportRunsAsync();
    }
}

/// <summary>The schema without HTTP: what a signed-in account asks, what is answered, and what reaches the database.</summary>
public abstract class DemoEngineOver(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private readonly ConcurrentDictionary<string, ViewerAccount> _accounts = [];
    private OperationPipeline _behindBothWalls = null!, _behindWallOne = null!;
    private NpgsqlRowSource _rows = null!;

    public HomeroomDatabase Database => database.Database;

    public RecordingRowSource Rows { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        var schema = HomeroomSchema.Build();
        Rows = new RecordingRowSource(_rows = new NpgsqlRowSource(
            Database.Reader, Database.LargeReader, new ReadConnections(Database.PreparedReader, most: 8),
            new ConnectionsOfSome(viewer => ((HomeroomViewer)viewer).ReadsOneDistrict, new ReadConnections(Database.DistrictReader, most: 8))));
        _behindBothWalls = new OperationPipeline(schema, Rows, new PipelineOptions());
        // Row-level security does not hold for the owner.
        _behindWallOne = new OperationPipeline(schema, new NpgsqlRowSource(Database.Owner), new PipelineOptions());
    }

    public async ValueTask DisposeAsync()
    {
        _behindBothWalls.Dispose();
        _behindWallOne.Dispose();
        await _rows.DisposeAsync();
        await database.DisposeAsync();
    }

    public Task<string> AskAsync(string user, string query, object? variables = null) => AskAsync(_behindBothWalls, user, query, variables);

    public Task<string> AskWithoutWallTwoAsync(string user, string query, object? variables = null) => AskAsync(_behindWallOne, user, query, variables);

    public async Task<JsonElement> DataAsync(string user, string query, object? variables = null) =>
        JsonDocument.Parse(await AskAsync(user, query, variables)).RootElement.GetProperty("data");

    /// <summary>An account as it was when first asked for: nothing in these tests changes one.</summary>
    public async Task<ViewerAccount> AccountAsync(string user)
    {
        if (_accounts.TryGetValue(user, out var known)) return known;
        await using var find = Database.Owner.CreateCommand("select account_id from access.account where user_name = $1");
        find.Parameters.Add(new NpgsqlParameter { Value = user });
        var id = (Guid)(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return _accounts[user] = (await new ViewerAccounts(Database.Access).FindAsync(id, TestContext.Current.CancellationToken))!;
    }

    /// <summary>What the connection tells of itself that questions came through: the same one, as long as they come one after the other.</summary>
    /// <param name="counts">A statement of one row of whole numbers (bigint).</param>
    public async Task<long[]> OfConnectionAsync(string user, string counts)
    {
        await using var told = await _rows.QueryAsync(counts, [], HomeroomViewer.Of(await AccountAsync(user), Today), TestContext.Current.CancellationToken);
        Assert.True(await told.Reader.ReadAsync(TestContext.Current.CancellationToken));
        long[] numbers = [.. Enumerable.Range(0, told.Reader.FieldCount).Select(told.Reader.GetInt64)];
        told.IsComplete = !await told.Reader.ReadAsync(TestContext.Current.CancellationToken);
        return numbers;
    }

    private async Task<string> AskAsync(OperationPipeline pipeline, string user, string query, object? variables)
    {
        var answer = new MemoryStream();
        using var output = new ResponseOutput(async (part, cancellation) => await answer.WriteAsync(part, cancellation));
        var request = new GraphQLRequest(
            Encoding.UTF8.GetBytes(query), null, variables is null ? null : variables as JsonElement? ?? JsonSerializer.SerializeToElement(variables));
        var viewer = HomeroomViewer.Of(await AccountAsync(user), Today);
        await pipeline.ExecuteAsync(pipeline.Prepare(request, viewer), output, NoServices.Instance, TestContext.Current.CancellationToken);
        await output.CompleteAsync(TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();
        public object? GetService(Type serviceType) => null;
    }
}
