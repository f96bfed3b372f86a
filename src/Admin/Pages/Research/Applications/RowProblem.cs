namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>A row of the form that may have been overtaken, with its fields as they are kept.</summary>
/// <param name="Row">The row, as <see cref="PlanPart.RowOf"/> names it.</param>
public sealed record RowProblem(EditModel Page, string Row, params IReadOnlyList<RowField> Fields)
{
    /// <summary>The fields that are kept otherwise than they were typed.</summary>
    public IEnumerable<RowField> Changed => Fields.Where(one => Page.Typed(Row, one.Name, one.Kept) != (one.Kept ?? ""));
}

/// <param name="Label">What the page calls it.</param>
/// <param name="Name">What the form calls it.</param>
/// <param name="Kept">As it is kept.</param>
/// <param name="Shown">The same for a reader, where that is another text.</param>
public sealed record RowField(string Label, string Name, string? Kept, string? Shown = null);
