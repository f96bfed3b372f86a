using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Ids of rows that are never stored (pupils, guardians, classes that are not homerooms), so that a reference to them is told
/// from one that points nowhere. It keeps 16 bytes of each id's digest and not the id: small, and no pupil's id stays (O6).
/// </summary>
internal sealed class IdSet
{
    private readonly HashSet<UInt128> digests = [];

    public void Add(string id) => digests.Add(Digest(id));

    public bool Contains(string? id) => id is not null && digests.Count > 0 && digests.Contains(Digest(id));

    private static UInt128 Digest(string id) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
