using System.Diagnostics.CodeAnalysis;

namespace HomeroomGraph.Admin.Api;

/// <summary>The viewer of an answer, who is there for whoever is signed in.</summary>
public static class KnownViewer
{
    /// <exception cref="ApiFailureException">The API knows no viewer: the session is over.</exception>
    public static T OrSignIn<T>([NotNull] this T? viewer)
        where T : class =>
        viewer ?? throw new ApiFailureException(ApiFailureKind.SignInRequired, "The API knows no viewer.");
}
