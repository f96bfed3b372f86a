using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A paper (论文) with its reference in every form: rules R1, R4.</summary>
public sealed class DetailsModel(GraphQLClient api) : PageModel
{
    public PaperDetails Paper { get; private set; } = null!;

    /// <summary>The viewer is an author, or the research office of its school.</summary>
    public bool MayChange { get; private set; }

    public string? Done { get; private set; }

    /// <summary>The reference in the forms that people read, by the names of the exports.</summary>
    public IReadOnlyList<(string Form, string Text)> References =>
    [
        ("gb2015-numeric", Paper.Gb2015Numeric), ("gb2015-author-date", Paper.Gb2015AuthorDate), ("gb2025-numeric", Paper.Gb2025Numeric), ("gb2025-author-date", Paper.Gb2025AuthorDate),
    ];

    /// <summary>And in those for programs.</summary>
    public IReadOnlyList<(string Form, string Text)> Records => [("bibtex", Paper.BibTex), ("csl-json", Paper.CslJson)];

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(PaperOperations.Details, new(id), cancellationToken);
        if (data.Paper is not { } paper)
            return NotFound();
        (Paper, MayChange) = (paper, paper.IsChangedBy(data.Viewer));
        Done = done is "recorded" or "changed" or "filed" ? done : null;
        return Page();
    }
}
