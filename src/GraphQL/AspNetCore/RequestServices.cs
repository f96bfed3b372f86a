using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>What resolvers ask for: the services of their request, which are made when the first of them asks and not before, and the <see cref="HttpContext"/>
/// itself. An accessor of the context would be carried along by every step of every request.</summary>
internal sealed class RequestServices(HttpContext context) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(HttpContext) ? context : context.RequestServices.GetService(serviceType);
}
