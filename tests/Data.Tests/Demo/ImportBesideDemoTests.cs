using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.OneRoster;
using HomeroomGraph.Data.Tests.Import;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Demo;

/// <summary>A district's own roster is taken beside the demo's rows: nothing of the two meets but the school year and its semesters.</summary>
public sealed class ImportBesideDemoTests(FullDemoDatabase test) : IClassFixture<FullDemoDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("371723")]
    [InlineData("370829")]
    public async Task A_roster_is_accepted_whole_and_the_demo_stays(string district)
    {
        var before = await CountAsync(district);
        var bundle = new RosterBundle(district).Write();
        try
        {
            var import = new OneRosterImport(test.Database.Writer, new BusinessClock(TimeProvider.System, new(2026, 11, 16)));
            var report = await import.RunAsync(new(bundle, district), null, Cancellation);
            Assert.Empty(report.Findings);
            Assert.Equal((2, 5, 4, 4), (
                report.CountOf(RecordKind.School).Accepted, report.CountOf(RecordKind.Teacher).Accepted,
                report.CountOf(RecordKind.Class).Accepted, report.CountOf(RecordKind.Appointment).Accepted));
            var after = await CountAsync(district);
            Assert.Equal(
                (before.Schools + 2, before.Teachers + 5, before.Classes + 4, before.Appointments + 4, before.Years),
                (after.Schools, after.Teachers, after.Classes, after.Appointments, after.Years));
        }
        finally
        {
            File.Delete(bundle);
        }
    }

    private async Task<(long Schools, long Teachers, long Classes, long Appointments, long Years)> CountAsync(string district)
    {
        return (await OfAsync("school"), await OfAsync("teacher"), await OfAsync("class"), await OfAsync("appointment"), await OfAsync("school_year"));

        Task<long> OfAsync(string table) => test.Database.Owner.ScalarAsync<long>(
            $"select count(*) from homeroom.{table} join homeroom.district d using (district_id) where d.code = $1", district);
    }
}
