using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>Imports that are stopped half-way, and two at once.</summary>
public sealed class InterruptionTests(ImportDatabase db) : ImportTest(db)
{
    /// <summary>Each kind of record in a transaction of its own, as with a very big bundle.</summary>
    private static readonly ImportLimits InSteps = new() { RowsInOneTransaction = 0 };

    [Fact]
    public async Task A_failure_in_the_middle_of_the_usual_one_transaction_leaves_nothing()
    {
        var (content, logged) = (await Db.ContentAsync(District), await Db.LoggedAsync(District));
        await Assert.ThrowsAsync<StoppedException>(() => RunAsync(new(Write(), District), new StopAfter(RecordKind.Class)));
        Assert.Equal(content, await Db.ContentAsync(District));
        Assert.Equal(logged, await Db.LoggedAsync(District));
    }

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>().Where(kind => kind <= RecordKind.Appointment));

    [Theory, MemberData(nameof(Kinds))]
    public async Task Stopped_after_any_step_the_next_run_stores_just_the_rest(RecordKind stoppedAt)
    {
        var request = new ImportRequest(Write(), District) { Limits = InSteps };
        await Assert.ThrowsAsync<StoppedException>(() => RunAsync(request, new StopAfter(stoppedAt)));
        await MarkAsKilledAsync();

        var report = await RunAsync(request);

        Assert.Equal(ImportOutcome.Applied, report.Outcome);
        Assert.NotNull(report.Interrupted);
        Assert.All(report.Counts, c => Assert.Equal(c.Accepted, c.Kind < stoppedAt ? c.Unchanged : c.Created));
        Assert.All((await RunAsync(request)).Counts, c => Assert.Equal(c.Accepted, c.Unchanged));
        Assert.Equal("applied, interrupted", await Db.ScalarAsync<string>(
            "select string_agg(distinct state, ', ') from import.run join homeroom.district d using (district_id) where d.code = $1", District));
    }

    [Fact]
    public async Task A_second_import_for_the_same_district_is_refused_while_the_first_runs()
    {
        var path = Write();
        var second = new SecondImport(() => RunAsync(new(path, District)));
        await RunAsync(new(path, District), second);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => second.Task!);
        Assert.Equal("import-running", refusal.Code);
        Assert.Equal(ImportOutcome.Applied, (await RunAsync(new(path, District))).Outcome);
    }

    [Fact]
    public async Task Another_district_can_be_imported_at_the_same_time()
    {
        var other = await Db.NewDistrictAsync();
        var path = new RosterBundle(other).Write();
        var second = new SecondImport(() => RunAsync(new(path, other)));
        await RunAsync(new(Write(), District), second);
        Assert.Equal(ImportOutcome.Applied, (await second.Task!).Outcome);
        File.Delete(path);
    }

    /// <summary>A killed program can't record that it failed; its run is left as it was at work.</summary>
    private Task MarkAsKilledAsync() => Db.RunAsync(
        """
        update import.run r set state = case when stored_up_to is null then 'checking' else 'storing' end
        from homeroom.district d where d.district_id = r.district_id and d.code = $1
        """, District);

    private sealed class StoppedException : Exception;

    private sealed class StopAfter(RecordKind kind) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Step == ImportStep.Storing && value.Detail == kind.ToString()) throw new StoppedException();
        }
    }

    private sealed class SecondImport(Func<Task<ImportReport>> start) : IProgress<ImportProgress>
    {
        public Task<ImportReport>? Task { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Step != ImportStep.Storing || Task is not null) return;
            Task = start();
            System.Threading.Tasks.Task.WaitAny([Task], TimeSpan.FromSeconds(30));
        }
    }
}
