namespace HomeroomGraph.Data.Search;

/// <summary>A place in a research project's title, numbers or members' names, with what stands from there on. The database keeps it (search.follow).</summary>
public sealed class ResearchProjectToken : SearchToken
{
    public long ResearchProjectId { get; private set; }
    public long? SchoolId { get; private set; }
}
