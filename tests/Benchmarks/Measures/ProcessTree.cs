using System.Globalization;

namespace HomeroomGraph.Benchmarks.Measures;

/// <summary>What a process and those that it started have used, as Linux tells it in <c>/proc</c>.</summary>
internal static class ProcessTree
{
    // What the kernel counts in, for programs: USER_HZ.
    private const double TicksPerSecond = 100;

    /// <summary>The time of processors, of ended children too, in seconds.</summary>
    public static double CpuSeconds(int root) =>
        Members(root).Sum(process => ReadStat(process) is { } stat ? Number(stat, 11) + Number(stat, 12) + Number(stat, 13) + Number(stat, 14) : 0) / TicksPerSecond;

    /// <summary>The time of processors of one process alone, as exactly as the kernel keeps it, in milliseconds; null where it is not on this machine.</summary>
    public static double? CpuMilliseconds(int process)
    {
        var path = $"/proc/{process}/schedstat";
        return File.Exists(path) ? double.Parse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6 : null;
    }

    /// <summary>The most memory that was ever resident, in MB: for several processes the sum of what each had at most.</summary>
    public static double PeakMegabytes(int root) => Members(root).Sum(process => StatusKilobytes(process, "VmHWM:")) / 1024;

    /// <summary>The process that started this one; null where it is not on this machine.</summary>
    public static int? ParentOf(int process) => ReadStat(process) is { } stat ? (int)Number(stat, 1) : null;

    private static List<int> Members(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && ParentOf(process) is { } parent)
                parents[process] = parent;
        var members = new List<int> { root };
        for (var at = 0; at < members.Count; at++)
            members.AddRange(parents.Where(p => p.Value == members[at]).Select(p => p.Key));
        return members;
    }

    /// <summary>The fields behind the name, which may have blanks: state, parent, …</summary>
    private static string[]? ReadStat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It has ended; what it used is its parent's now.
            return null;
        }
    }

    private static double Number(string[] stat, int field) => double.Parse(stat[field], CultureInfo.InvariantCulture);

    private static double StatusKilobytes(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
