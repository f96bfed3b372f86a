namespace HomeroomGraph.Benchmarks.EfCore;

internal sealed record Nodes<T>(IEnumerable<T> Items)
{
    [System.Text.Json.Serialization.JsonPropertyName("nodes")]
    public IEnumerable<T> Items { get; } = Items;
}

internal sealed record Page<T>(IEnumerable<T> Nodes, PageInfo PageInfo);
internal sealed record PageInfo(bool HasNextPage, string EndCursor);
internal sealed record PersonAnswer(string Name, string StaffNumber);
internal sealed record SchoolAnswer(string Name, string Code);
internal sealed record PaperTitle(string Title, DateOnly PublishedOn);
internal sealed record NameOnly(string Name);
internal sealed record StaffNumberOnly(string StaffNumber);
