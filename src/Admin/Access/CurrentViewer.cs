using System.Security.Claims;
using System.Text.Json;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Access;

/// <summary>
/// Who is signed in, for the frame of every page: kept in the session cookie as the API told it at sign-in. It decides nothing:
/// what a user may see and do the API decides anew with each request.
/// </summary>
public static class CurrentViewer
{
    private const string ViewerClaim = "viewer";

    public static ClaimsPrincipal ToPrincipal(SignedInViewer viewer, string scheme) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, viewer.Id),
                new Claim(ClaimTypes.Name, viewer.DisplayName),
                new Claim(ViewerClaim, JsonSerializer.Serialize(viewer, ApiJson.Options)),
            ],
            scheme));

    /// <summary>The signed-in viewer, or null for a visitor.</summary>
    public static SignedInViewer? Of(ClaimsPrincipal principal) =>
        principal.FindFirst(ViewerClaim) is { } claim
            ? JsonSerializer.Deserialize<SignedInViewer>(claim.Value, ApiJson.Options)
            : null;
}
