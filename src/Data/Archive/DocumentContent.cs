namespace HomeroomGraph.Data.Archive;

/// <summary>The bytes of documents, stored once a district by their hash (rule V2). It never changes, and queries don't read it.</summary>
public sealed class DocumentContent
{
    public int DistrictId { get; set; }

    /// <summary>SHA-256 in lower-case hexadecimal; the database checks that it is of the bytes.</summary>
    public required string Sha256 { get; set; }

    public required long Size { get; set; }
    public required byte[] Bytes { get; set; }
}
