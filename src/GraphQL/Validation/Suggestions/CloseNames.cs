namespace HomeroomGraph.GraphQL.Validation.Suggestions;

/// <summary>The known names close to a written one, closest first. Close is a distance of at most two fifths of its letters:
/// letters added, left out, exchanged, or swapped with the next; a difference in case only counts one.</summary>
internal static class CloseNames
{
    /// <summary>No name of a schema is this long; a longer one is not compared, whoever sent it.</summary>
    private const int LongestCompared = 256;

    internal static IReadOnlyList<string> To(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestCompared) return [];
        int threshold = (int)(written.Length * 0.4) + 1;
        string lower = written.ToLowerInvariant();
        return [.. known
            .Distinct()
            .Select(name => (Name: name, Distance: Distance(written, lower, name, threshold)))
            .Where(found => found.Distance <= threshold)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Name, NaturalOrder.Instance)
            .Select(found => found.Name)];
    }

    private static int Distance(string written, string lower, string name, int threshold)
    {
        if (written == name) return 0;
        string other = name.ToLowerInvariant();
        if (lower == other) return 1;
        var (longer, shorter) = other.Length < lower.Length ? (lower, other) : (other, lower);
        if (longer.Length - shorter.Length > threshold || longer.Length > 2 * LongestCompared) return int.MaxValue;

        // Damerau and Levenshtein's table, of which three rows are needed at a time.
        Span<int> table = stackalloc int[3 * (shorter.Length + 1)];
        int width = shorter.Length + 1;
        for (int j = 0; j <= shorter.Length; j++) table[j] = j;
        for (int i = 1; i <= longer.Length; i++)
        {
            var above = table.Slice((i - 1) % 3 * width, width);
            var row = table.Slice(i % 3 * width, width);
            int smallest = row[0] = i;
            for (int j = 1; j <= shorter.Length; j++)
            {
                int cost = longer[i - 1] == shorter[j - 1] ? 0 : 1;
                int cell = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && longer[i - 1] == shorter[j - 2] && longer[i - 2] == shorter[j - 1])
                    cell = Math.Min(cell, table[((i - 2) % 3 * width) + j - 2] + 1);
                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }
            if (smallest > threshold) return int.MaxValue;
        }
        return table[(longer.Length % 3 * width) + shorter.Length];
    }
}
