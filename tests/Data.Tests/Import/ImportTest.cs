using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>What the tests of imports share: a district of its own, a bundle for it, and a run.</summary>
public abstract class ImportTest(ImportDatabase db) : IClassFixture<ImportDatabase>, IAsyncLifetime
{
    private readonly List<string> written = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected ImportDatabase Db { get; } = db;

    /// <summary>The code of this test's own district.</summary>
    protected string District { get; private set; } = "";

    private protected RosterBundle Bundle { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        District = await Db.NewDistrictAsync();
        Bundle = new RosterBundle(District);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var path in written) File.Delete(path);
        return ValueTask.CompletedTask;
    }

    protected Task<ImportReport> DryRunAsync() => RunAsync(new(Write(), District) { DryRun = true });

    protected Task<ImportReport> ImportAsync(bool acceptGood = false) => RunAsync(new(Write(), District) { AcceptGood = acceptGood });

    protected Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress = null) =>
        Db.Import.RunAsync(request, progress, Cancel);

    protected Task<ImportRefusedException> RefusalAsync(ImportLimits? limits = null) => Assert.ThrowsAsync<ImportRefusedException>(
        () => RunAsync(new(Write(), District) { DryRun = true, Limits = limits ?? new() }));

    protected string Write()
    {
        written.Add(Bundle.Write());
        return written[^1];
    }

    protected static int Accepted(ImportReport report, RecordKind kind) => report.CountOf(kind).Accepted;

    protected static Finding OnlyError(ImportReport report) => Assert.Single(report.Findings, f => f.Severity == Severity.Error);

    /// <summary>The consequences of a finding as text: "Class 2, Appointment 2".</summary>
    protected static string Along(Finding finding) => string.Join(", ", finding.Consequences.Select(c => $"{c.Key} {c.Value}"));
}
