namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>The ways to the pages before and after, which swap the element <paramref name="Target"/> when there are scripts.</summary>
public sealed record Pager(string Target, string? PreviousUrl, string? NextUrl)
{
    public string Swap => $"target:'#{Target}' select:'#{Target}' swap:'outerHTML show:top showTarget:#{Target}'";
}
