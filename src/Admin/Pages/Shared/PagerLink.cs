namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>A way to the page before or after; without an address it is shown, but leads nowhere.</summary>
public sealed record PagerLink(string Id, string Text, string? Url, string Icon, bool IconFirst);
