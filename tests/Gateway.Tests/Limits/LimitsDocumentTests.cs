using System.Text.RegularExpressions;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>docs/limits.md has every limit with its setting and default, and no code that is not there.</summary>
public sealed partial class LimitsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "limits.md"));

    [Fact]
    public void Each_limit_stands_there_with_its_default()
    {
        var limits = SettingsTable.All.Where(setting => setting.Name.Contains("__Max", StringComparison.Ordinal) || setting.Name.EndsWith("TimeLimitSeconds", StringComparison.Ordinal)
            || setting.Name.EndsWith("ConcurrentOperations", StringComparison.Ordinal) || setting.Name.EndsWith("PageSizeMax", StringComparison.Ordinal));
        Assert.All(limits, setting => Assert.Contains($"| `{setting.Name}` | {setting.Default} |", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_code_is_one_that_is_sent()
    {
        var codes = typeof(ErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        Assert.All(Code().Matches(Document).Select(match => match.Groups[1].Value), code => Assert.Contains(code, codes));
        Assert.All([ErrorCodes.LimitExceeded, ErrorCodes.Timeout, ErrorCodes.TooManyRequests], code => Assert.Contains($"`{code}`", Document, StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Z]+_[A-Z_]+|TIMEOUT)`")]
    private static partial Regex Code();
}
