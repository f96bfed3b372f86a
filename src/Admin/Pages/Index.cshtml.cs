using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Organisation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages;

/// <summary>Home: who is signed in with which roles, and where to go.</summary>
public sealed class IndexModel(GraphQLClient api) : PageModel
{
    public HomeData Data { get; private set; } = null!;
    public HomeViewer Viewer { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Data = await api.SendAsync(HomeOperation.Operation, NoVariables.Value, cancellationToken);
        Viewer = Data.Viewer ?? throw new ApiFailureException(ApiFailureKind.SignInRequired, "The API knows no viewer.");
    }
}
