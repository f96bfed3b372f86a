using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Prepares and runs the requests of every transport for the viewer of their connection.</summary>
public sealed class OperationRunner(OperationPipeline pipeline, IViewerAccessor viewers)
{
    /// <summary>Rights may change while they are looked up; so many times in a row they do so by a fault only.</summary>
    private const int MostAttempts = 4;

    /// <summary>Who asks.</summary>
    /// <param name="fresh">Not from memory.</param>
    public ValueTask<IViewer> ViewerAsync(HttpContext context, bool fresh = false) => viewers.GetAsync(context, fresh);

    /// <summary>Makes a request ready to run.</summary>
    /// <param name="viewer">Who asks, where that is known already.</param>
    /// <exception cref="GraphQLRequestException">The request can't run.</exception>
    /// <exception cref="MethodNotAllowedException">The request came by a method that may not do this.</exception>
    public Task<PreparedOperation> PrepareAsync(GraphQLRequest request, HttpContext context, IViewer? viewer = null) =>
        PrepareAsync(context, asking => pipeline.Prepare(request, asking), viewer);

    /// <summary>Makes something ready for who asks.</summary>
    /// <param name="viewer">Who asks, where that is known already.</param>
    /// <exception cref="GraphQLRequestException">It can't run.</exception>
    internal async Task<T> PrepareAsync<T>(HttpContext context, Func<IViewer, T> prepare, IViewer? viewer = null)
    {
        try
        {
            return prepare(viewer ?? await viewers.GetAsync(context, fresh: false));
        }
        catch (DocumentNotTrustedException refused) when (refused.IsOfViewer)
        {
            // What is allowed is checked by the database when it runs, what is refused never gets there: a restriction may be gone by now.
            return prepare(await viewers.GetAsync(context, fresh: true));
        }
    }

    /// <summary>Begins a subscription, which lasts no longer than the credentials of its connection.</summary>
    public async Task<Subscription> SubscribeAsync(GraphQLRequest request, PreparedOperation operation, HttpContext context, CancellationToken cancellation)
    {
        var expires = viewers.ExpiryOf(context);
        try
        {
            return await pipeline.SubscribeAsync(operation, expires, new RequestServices(context), cancellation);
        }
        catch (StaleViewerException)
        {
            var viewer = await viewers.GetAsync(context, fresh: true);
            return await pipeline.SubscribeAsync(pipeline.Prepare(request, viewer), expires, new RequestServices(context), cancellation);
        }
    }

    /// <summary>Runs it, and writes the answer as far as it is not yet sent.</summary>
    public Task RunAsync(
        GraphQLRequest request, PreparedOperation operation, HttpContext context, ResponseOutput output, CancellationToken cancellation) => RunAsync(
        context, operation, viewer => pipeline.Prepare(request, viewer),
        (prepared, before) => pipeline.ExecuteAsync(prepared, output, new RequestServices(context), cancellation, again: before),
        () =>
        {
            output.Restart();
            output.AsksForVersion = false; // The answer is another viewer's now.
        });

    /// <summary>Runs what is ready, and where the viewer's rights have changed since, what is made ready for the viewer of now.</summary>
    /// <param name="run">Given what an earlier attempt ended with.</param>
    /// <param name="restart">Forgets what was written: an attempt is refused before it has sent a row.</param>
    internal async Task RunAsync<T>(HttpContext context, T ready, Func<IViewer, T> prepare, Func<T, StaleViewerException?, Task> run, Action restart)
    {
        StaleViewerException? before = null;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await run(ready, before);
                return;
            }
            catch (StaleViewerException stale) when (attempt < MostAttempts)
            {
                // The data statement was refused before it gave a row, so nothing was written. What a mutation has done by then, perhaps to
                // the viewer itself, is not done again.
                before = stale;
                restart();
                ready = prepare(await viewers.GetAsync(context, fresh: true));
            }
        }
    }
}
