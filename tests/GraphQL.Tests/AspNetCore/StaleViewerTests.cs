using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Tests.Tables;
using Microsoft.AspNetCore.Http;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Tests.AspNetCore;

/// <summary>Rights that change while a request is answered: the viewer is looked up anew, as often as that may happen to somebody.</summary>
public sealed class StaleViewerTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_answer_is_the_fresh_viewer_s(int changes)
    {
        var (answer, viewers) = await AskAsync(changes);

        Assert.Equal(changes, viewers.LookUps);
        var ids = answer.GetProperty("data").GetProperty("books").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!).ToList();
        Assert.Equal(2, ids.Count);
        Assert.All(ids, id => Assert.True(GlobalId.TryParse(id, out var book) && book.Key.DistrictId == (changes == 0 ? 1 : 2)));
    }

    [Fact]
    public async Task Rights_that_never_hold_are_a_fault() => await Assert.ThrowsAsync<StaleViewerException>(() => AskAsync(changes: 4));

    private async Task<(JsonElement Answer, Viewers Viewers)> AskAsync(int changes)
    {
        await library.FillAsync();
        var viewers = new Viewers();
        using var pipeline = new OperationPipeline(LibrarySchema.Build(), new ChangingRights(library.Rows, changes), new PipelineOptions());
        var runner = new OperationRunner(pipeline, viewers);
        var context = new DefaultHttpContext();
        var request = new GraphQLRequest(Encoding.UTF8.GetBytes("{ books(first: 2) { nodes { id } } }"), null, null);
        var answer = new StringBuilder();
        using var output = new ResponseOutput((part, _) =>
        {
            answer.Append(Encoding.UTF8.GetString(part.Span));
            return ValueTask.CompletedTask;
        });

        await runner.RunAsync(request, await runner.PrepareAsync(request, context), context, output, TestContext.Current.CancellationToken);
        await output.CompleteAsync(TestContext.Current.CancellationToken);
        return (JsonDocument.Parse(answer.ToString()).RootElement, viewers);
    }

    /// <summary>In memory the viewer reads the first district, and the second one by now.</summary>
    private sealed class Viewers : IViewerAccessor
    {
        public int LookUps { get; private set; }

        public ValueTask<IViewer> GetAsync(HttpContext context, bool fresh)
        {
            if (fresh) LookUps++;
            return new ValueTask<IViewer>(new LibraryReader([fresh ? 2 : 1]));
        }

        public Task SignInAsync(HttpContext context, string authorization) => throw new NotSupportedException();

        public DateTimeOffset? ExpiryOf(HttpContext context) => null;
    }

    private sealed class ChangingRights(IRowSource rows, int changes) : IRowSource
    {
        private int _left = changes;

        public Task<RowSession> QueryAsync(
            string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation, EnterStatement? counted = null) =>
            _left-- > 0 ? throw new StaleViewerException() : rows.QueryAsync(statement, parameters, viewer, cancellation, counted);

        public Task CheckAsync(IViewer viewer, CancellationToken cancellation) => rows.CheckAsync(viewer, cancellation);
    }
}
