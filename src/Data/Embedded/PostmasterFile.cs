using System.Diagnostics;
using System.Globalization;

namespace HomeroomGraph.Data.Embedded;

/// <summary>What a running server says of itself in postmaster.pid: process, port, and whether it is ready.</summary>
internal sealed record PostmasterFile(string Path, int ProcessId, int Port, bool IsReady)
{
    private const int ProcessIdLine = 0, PortLine = 3, StatusLine = 7;

    /// <summary>Reads the file of a cluster; null if there is none, or not yet a whole one.</summary>
    public static PostmasterFile? Read(string data)
    {
        var path = System.IO.Path.Combine(data, "postmaster.pid");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        return lines.Length > ProcessIdLine && int.TryParse(lines[ProcessIdLine], CultureInfo.InvariantCulture, out var processId)
            ? new(path, processId, PortOf(lines), lines.Length > StatusLine && lines[StatusLine].Trim() == "ready")
            : null;
    }

    /// <summary>
    /// Whether that process is a PostgreSQL at all. After a crash of the machine the file is left behind, and its number may by
    /// now be another program's, which PostgreSQL would take for itself and refuse to start.
    /// </summary>
    public bool IsRunning()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false; // it was not there, or ended while we looked
        }
    }

    private static int PortOf(string[] lines) =>
        lines.Length > PortLine && int.TryParse(lines[PortLine], CultureInfo.InvariantCulture, out var port) ? port : 0;
}
