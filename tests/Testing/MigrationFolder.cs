using System.Globalization;
using HomeroomGraph.Data.Migrations;

namespace HomeroomGraph.Testing;

/// <summary>Migrations as they stand in a folder, in place of those that were built in: a rule that <c>tests/break-rules</c> breaks in SQL needs no build.</summary>
public static class MigrationFolder
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "HOMEROOM_TEST_MIGRATIONS";

    /// <summary>The migrations of the folder that is set, in order; null where none is.</summary>
    public static IReadOnlyList<Migration>? Given() => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } folder
        ? [.. Directory.EnumerateFiles(folder, "*.sql").Select(Read).OrderBy(migration => migration.Number)]
        : null;

    private static Migration Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return new(int.Parse(name[..4], CultureInfo.InvariantCulture), name, File.ReadAllText(file));
    }
}
