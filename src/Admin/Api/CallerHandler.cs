using System.Net.Http.Headers;
using HomeroomGraph.Admin.Access;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// Says on whose behalf the admin asks: the signed-in user's access token, if there is one, and the address the user came from,
/// so that the API's audit and its brake on guessing see the user and not the admin.
/// </summary>
internal sealed class CallerHandler(IHttpContextAccessor context) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (context.HttpContext is { } http)
        {
            if (await Session.AccessTokenAsync(http) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (http.Connection.RemoteIpAddress is { } address)
                request.Headers.Add("X-Forwarded-For", address.ToString());
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
