namespace HomeroomGraph.Data.Import;

/// <summary>Collects what is wrong: counts everything, keeps the first ones for the report.</summary>
internal sealed class FindingLog(int limit)
{
    private readonly List<Finding> kept = [];

    public int Errors { get; private set; }
    public int Warnings { get; private set; }

    public Finding Add(
        string file, int line, string column, string? value, Severity severity, Reason reason, params object?[] details)
    {
        var finding = new Finding(file, line, column, value, severity, reason, details);
        if (severity == Severity.Error) Errors++;
        else Warnings++;
        if (kept.Count < limit) kept.Add(finding);
        return finding;
    }

    /// <summary>What was kept, by file in the order given and by line.</summary>
    public IReadOnlyList<Finding> InOrder(IReadOnlyList<string> files)
    {
        var rank = files.Select((file, index) => (file, index)).ToDictionary(f => f.file, f => f.index);
        return [.. kept.OrderBy(f => rank.GetValueOrDefault(f.File, files.Count)).ThenBy(f => f.Line)];
    }
}
