using System.Text;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Tests.Tables;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.GraphQL.Tests.Documents;

/// <summary>A registered document is planned once, whatever else is asked.</summary>
public sealed class RegisteredPlanTests
{
    private const string Registered = "query Registered($n: Int) { books(first: $n) { nodes { title } } }";
    private static readonly LibraryReader Reader = new([1, 2]);

    [Fact]
    public void Thousands_of_other_plans_leave_it_where_it_is()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        using var pipeline = new OperationPipeline(LibrarySchema.Build(), new RecordingRowSource(new Execution.NpgsqlRowSource(nowhere)), new PipelineOptions
        {
            TrustedDocuments = [new TrustedDocument("test.graphql", Encoding.UTF8.GetBytes(Registered))], PlanCacheBytes = 200_000, DocumentCacheBytes = 200_000,
        });
        var before = pipeline.Prepare(Request(Registered), Reader).Plan;
        var other = pipeline.Prepare(Request("query Q0 { books { nodes { title } } }"), Reader).Plan;

        // The cache makes room on a thread of its own, so what goes is gone some time after.
        bool gone = SpinWait.SpinUntil(
            () =>
            {
                for (int i = 1; i < 1_000; i++) pipeline.Prepare(Request($"query Q{i} {{ books {{ nodes {{ title }} }} }}"), Reader);
                return other != pipeline.Prepare(Request("query Q0 { books { nodes { title } } }"), Reader).Plan;
            },
            TimeSpan.FromSeconds(60));

        Assert.True(gone, "Nothing was pushed out, so what stays shows nothing.");
        Assert.Same(before, pipeline.Prepare(Request(Registered), Reader).Plan);
        Assert.Same(before, pipeline.Prepare(Request("") with { DocumentId = DocumentId.HashOf(Encoding.UTF8.GetBytes(Registered)) }, Reader).Plan);
    }

    private static GraphQLRequest Request(string text) => new(Encoding.UTF8.GetBytes(text), null, null);
}
