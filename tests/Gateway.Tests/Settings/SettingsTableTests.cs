using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Tests.Settings;

public sealed class SettingsTableTests
{
    [Fact]
    public void The_documented_table_is_the_one_the_program_reads()
    {
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "settings.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(SettingsTable.All.Select(setting => $"| `{setting.Name}` | {setting.Default} | {setting.Meaning} |"), documented);
    }
}
