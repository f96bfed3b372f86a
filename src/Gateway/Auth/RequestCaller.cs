using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Who calls an endpoint that is none of GraphQL: an account as it is now, that may do more than change its first password.</summary>
internal static class RequestCaller
{
    private const string SignInFirst = "Sign in first. 请先登录。", ChangeFirst = "The first password must be changed before anything else. 请先修改初始密码。";

    /// <summary>The caller's account; null where that is nobody, which is answered then.</summary>
    public static async Task<ViewerAccount?> AccountAsync(HttpContext context, IViewerAccessor viewers)
    {
        var viewer = await ViewerAsync(context, viewers);
        if (viewer?.Account is not { } account)
        {
            if (context.Response.Headers.WWWAuthenticate.Count == 0) context.Response.Headers.WWWAuthenticate = "Bearer";
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, SignInFirst);
            return null;
        }
        if (!viewer.MustChangePassword) return account;
        await ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, ErrorCodes.PasswordChangeRequired, ChangeFirst);
        return null;
    }

    private static async Task<HomeroomViewer?> ViewerAsync(HttpContext context, IViewerAccessor viewers)
    {
        try
        {
            return await viewers.GetAsync(context, fresh: true) as HomeroomViewer;
        }
        catch (GraphQLRequestException)
        {
            return null;
        }
    }
}
