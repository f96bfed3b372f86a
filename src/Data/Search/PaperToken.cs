namespace HomeroomGraph.Data.Search;

/// <summary>A place in a paper's title, DOI, keywords or authors' names, with what stands from there on. The database keeps it (search.follow).</summary>
public sealed class PaperToken : SearchToken
{
    public long PaperId { get; private set; }
    public long? SchoolId { get; private set; }
}
