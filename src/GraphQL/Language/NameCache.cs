using System.Text;

namespace HomeroomGraph.GraphQL.Language;

/// <summary>The names met lately. A schema has some thousand names and documents repeat them: this spares a string for each.
/// A fixed table without locks: a name that meets another in its slot replaces it, so no document can make it grow.</summary>
internal static class NameCache
{
    private const int Slots = 4096;
    private const int LongestName = 40;
    private static readonly string?[] Names = new string?[Slots];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName) return Encoding.ASCII.GetString(name);
        ref string? slot = ref Names[SlotOf(name)];
        string? known = Volatile.Read(ref slot);
        if (known is not null && Ascii.Equals(name, known)) return known;
        known = Encoding.ASCII.GetString(name);
        Volatile.Write(ref slot, known);
        return known;
    }

    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261; // FNV-1a
        foreach (byte character in name) hash = (hash ^ character) * 16777619;
        return (int)((hash ^ (hash >> 15)) % Slots);
    }
}
