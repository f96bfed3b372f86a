using System.CommandLine;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary>The options that all commands have: over which database.</summary>
internal static class BenchOptions
{
    public static Option<string?> DataDirectory() =>
        new("--data-directory") { Description = "Where the embedded PostgreSQL of the bench lives; a usual folder of its own." };

    public static Option<int> Districts() =>
        new("--districts") { Description = "How many districts of full size there are to be; missing ones are seeded.", DefaultValueFactory = _ => 20 };
}
