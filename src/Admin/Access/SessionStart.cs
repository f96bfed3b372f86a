using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Access;

/// <summary>A new token becomes the session: the API says whose it is, the cookie keeps both, and the account's language is taken where none was chosen.</summary>
public sealed class SessionStart(GraphQLClient api)
{
    public async Task<SignedInViewer> RunAsync(
        HttpContext context, string token, DateTimeOffset expiresAt, SessionOrigin origin, CancellationToken cancellationToken)
    {
        Session.UseToken(context, token);
        var data = await api.SendAsync(ViewerOperation.Operation, NoVariables.Value, cancellationToken);
        var viewer = data.Viewer
            ?? throw new ApiFailureException(ApiFailureKind.Fault, "The API does not know whose token it just gave.");
        await Session.StartAsync(context, token, expiresAt, viewer, origin);
        if (Languages.Chosen(context) is null && Languages.Nearest(viewer.Locale) is { } language)
            Languages.Choose(context, language);
        return viewer;
    }
}
