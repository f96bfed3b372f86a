namespace HomeroomGraph.Data.Search;

/// <summary>A place in a teacher's name or staff number, with what stands from there on. The database keeps it (search.follow).</summary>
public sealed class TeacherToken : SearchToken
{
    public long TeacherId { get; private set; }
}
