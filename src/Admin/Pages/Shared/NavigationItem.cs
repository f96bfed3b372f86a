namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>A line of the main navigation; it is current on its page and, unless exact, on the pages below it. <paramref name="Beside"/> is the id of the element
/// that says how much is unread.</summary>
public sealed record NavigationItem(string Icon, string Text, string Url, bool Exact = false, string? Beside = null)
{
    public bool IsCurrent(HttpRequest request)
    {
        var path = request.PathBase + request.Path;
        return Exact ? path == Url : path.StartsWithSegments(Url);
    }
}
