using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.AspNetCore.WebSockets;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Exports;
using HomeroomGraph.GraphQL.RateLimits;
using HomeroomGraph.GraphQL.Subscriptions;
using HomeroomGraph.GraphQL.Types.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Looks up who asks.</summary>
public interface IViewerAccessor
{
    /// <param name="fresh">Not from memory: the viewer's rights have changed since.</param>
    ValueTask<IViewer> GetAsync(HttpContext context, bool fresh);

    /// <summary>Takes credentials that came in a message for those of the connection.</summary>
    /// <param name="authorization">As the header of that name has them.</param>
    /// <exception cref="GraphQLRequestException">They are not good.</exception>
    Task SignInAsync(HttpContext context, string authorization);

    /// <summary>When the credentials of the connection end; null for one without.</summary>
    DateTimeOffset? ExpiryOf(HttpContext context);
}

/// <summary>Tells of faults in the middle of a connection, where there is no status any more to tell them by.</summary>
public interface IFaultReport
{
    /// <summary>Logs a fault, and says in a sentence what the client is told of it.</summary>
    GraphQLError Of(Exception fault, HttpContext context);
}

/// <summary>Puts the engine into a host.</summary>
public static class GraphQLHosting
{
    /// <summary>Adds the engine; the host adds an <see cref="IViewerAccessor"/>, an <see cref="IFaultReport"/> and an
    /// <see cref="IRowSource"/>, an <see cref="IVersionSource"/> where answers are to hold, tells the <see cref="SubscriptionHub"/> what changes, and uses WebSockets.</summary>
    public static IServiceCollection AddGraphQL(
        this IServiceCollection services, TableSchema schema, PipelineOptions options, TransportOptions transports, SubscriptionLimits subscriptions) => services
        .AddSingleton(schema)
        .AddSingleton(provider => new OperationPipeline(
            schema, provider.GetRequiredService<IRowSource>(), options, provider.GetRequiredService<SubscriptionHub>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IVersionSource>(), provider.GetService<CostBudget>()))
        .AddCostBudget(options)
        .AddSingleton(new SubscriptionHub(subscriptions))
        .AddSingleton(transports)
        .AddSingleton<OperationRunner>()
        .AddSingleton<EventStreamEndpoint>()
        .AddSingleton<WebSocketEndpoint>()
        .AddSingleton<GraphQLEndpoint>();

    private static IServiceCollection AddCostBudget(this IServiceCollection services, PipelineOptions options) =>
        options.CostPerMinute == 0 ? services : services.AddSingleton(provider => new CostBudget(options.CostPerMinute, provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds exports of whole lists to the engine.</summary>
    /// <param name="rows">Connections of their own.</param>
    /// <param name="formats">Which there are; the first of a media type is what is asked for by that.</param>
    public static IServiceCollection AddGraphQLExports(
        this IServiceCollection services, PipelineOptions options, ExportLimits limits, IRowSource rows, IReadOnlyList<ExportFormat> formats) => services
        .AddSingleton(provider => new ExportPipeline(
            provider.GetRequiredService<OperationPipeline>(), provider.GetRequiredService<TableSchema>(), rows, options, limits))
        .AddSingleton(provider => new ExportEndpoint(
            provider.GetRequiredService<ExportPipeline>(), provider.GetRequiredService<OperationRunner>(), formats, provider.GetRequiredService<TransportOptions>()));

    /// <summary>Answers requests for whole lists at a path.</summary>
    public static IEndpointConventionBuilder MapGraphQLExports(this IEndpointRouteBuilder endpoints, string path)
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<ExportEndpoint>();
        return endpoints.Map(path, endpoint.HandleAsync);
    }

    /// <summary>Answers GraphQL requests at a path.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path)
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        return endpoints.Map(path, endpoint.HandleAsync);
    }
}
