using System.Runtime.CompilerServices;
using System.Text;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Tests.Tables;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.GraphQL.Tests.Documents;

/// <summary>However many different documents are sent, the caches keep no more of them than their bounds.</summary>
public sealed class DocumentFloodTests
{
    private const int Bound = 400_000;
    private const int Documents = 4_000;
    private static readonly LibraryReader Reader = new([1, 2]);

    [Fact]
    public void A_flood_of_different_documents_stays_within_the_bounds_of_the_caches()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        using var pipeline = new OperationPipeline(LibrarySchema.Build(), new RecordingRowSource(new Execution.NpgsqlRowSource(nowhere)),
            new PipelineOptions { PlanCacheBytes = Bound, DocumentCacheBytes = Bound });
        var (documents, plans) = Flood(pipeline);

        // The caches make room in the background.
        Assert.True(SpinWait.SpinUntil(() => KeptBytes(documents) <= Bound && KeptBytes(plans) <= Bound, TimeSpan.FromSeconds(20)),
            $"{KeptBytes(documents)} bytes of documents and {KeptBytes(plans)} of plans are kept of {Bound} each.");

        // It is a cache: some are kept.
        Assert.InRange(KeptBytes(documents), 1, Bound);
        Assert.InRange(KeptBytes(plans), 1, Bound);
        GC.KeepAlive(pipeline);
    }

    private sealed record Kept(WeakReference Value, long Bytes);

    /// <summary>What is prepared is seen by nobody else, so what lives on is kept by a cache. The bytes are what the caches count.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<Kept> Documents, List<Kept> Plans) Flood(OperationPipeline pipeline)
    {
        var (documents, plans) = (new List<Kept>(), new List<Kept>());
        for (int i = 0; i < Documents; i++)
        {
            string text = $"query Q{i} {{ books(first: {1 + i % 50}) {{ nodes {{ a{i}: title }} }} }}";
            var prepared = pipeline.Prepare(new GraphQLRequest(Encoding.UTF8.GetBytes(text), null, null), Reader);
            documents.Add(new(new(prepared.Document), text.Length * 10L));
            plans.Add(new(new(prepared.Plan), 4096 + prepared.Statement!.Text.Length * 8L));
        }
        return (documents, plans);
    }

    private static long KeptBytes(List<Kept> all)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return all.Where(kept => kept.Value.IsAlive).Sum(kept => kept.Bytes);
    }
}
