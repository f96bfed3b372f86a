using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;
using HomeroomGraph.Admin.Pages.Research.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages;

/// <summary>Home: who is signed in with which roles, how research stands in the district or school (D4 to D6), and where to go.</summary>
public sealed class IndexModel(GraphQLClient api) : PageModel
{
    [FromQuery(Name = "district")] public string? DistrictCode { get; init; }

    public HomeData Data { get; private set; } = null!;
    public HomeViewer Viewer { get; private set; } = null!;
    public ResearchStanding? Standing { get; private set; }

    /// <summary>The districts to choose from; with one there is nothing to choose.</summary>
    public IEnumerable<DistrictOption> Choice => Data.Districts.Nodes.Count > 1 ? Data.Districts.Nodes.Where(district => district.Code is not null) : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var district = string.IsNullOrEmpty(DistrictCode) ? null : new DistrictFilterInput(new TextFilterInput(Eq: DistrictCode));
        Data = await api.SendAsync(HomeOperation.Operation, new(district), cancellationToken);
        Viewer = Data.Viewer.OrSignIn();
        if (district is not null && Data.District.Nodes.Count == 0)
            return NotFound();
        Standing = ResearchStanding.Of(Data);
        return Page();
    }
}
