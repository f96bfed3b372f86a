using HomeroomGraph.GraphQL.Execution;
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
}

/// <summary>Puts the engine into a host.</summary>
public static class GraphQLHosting
{
    /// <summary>Adds the engine; the host adds an <see cref="IViewerAccessor"/> and an <see cref="IRowSource"/>.</summary>
    public static IServiceCollection AddGraphQL(
        this IServiceCollection services, TableSchema schema, PipelineOptions options, TransportOptions transports) => services
        .AddSingleton(schema)
        .AddSingleton(provider => new OperationPipeline(schema, provider.GetRequiredService<IRowSource>(), options))
        .AddSingleton(transports)
        .AddSingleton<OperationRunner>()
        .AddSingleton<GraphQLEndpoint>();

    /// <summary>Answers GraphQL requests at a path.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path)
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        return endpoints.Map(path, endpoint.HandleAsync);
    }
}
