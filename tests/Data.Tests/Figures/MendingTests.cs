using HomeroomGraph.Data.Figures;
using HomeroomGraph.Data.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>An operator can hold the summaries against the rows, and sum up anew.</summary>
public sealed class MendingTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "D4")]
    public async Task What_was_changed_past_the_triggers_is_found_and_mended_while_others_write()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(test.Database.Writer);
        await records.SubmittedAsync(d.Teachers[0]);
        var sums = new FigureSums(test.Database.Owner);
        Assert.Contains("project_sum", await sums.NamesAsync(Cancellation));
        Assert.Empty(await sums.DifferencesAsync("project_sum", Cancellation));

        await test.Database.Owner.ExecuteAsync("update figures.project_sum set submitted_count = 5 where district_id = $1 and scope = 'school' and level <> ''", d.Id);
        var found = Assert.Single(await sums.DifferencesAsync("project_sum", Cancellation));
        Assert.Equal(d.Id, found.DistrictId);
        Assert.Contains("\"submitted_count\": 5", found.Kept, StringComparison.Ordinal);
        Assert.Contains("\"submitted_count\": 1", found.Counted, StringComparison.Ordinal);

        // A project that is entered meanwhile is in neither twice nor lost.
        await using var writer = await test.Database.Writer.OpenConnectionAsync(Cancellation);
        await using var open = await writer.BeginTransactionAsync(Cancellation);
        await writer.ExecuteAsync("""
            insert into homeroom.research_target (district_id, school_id, school_year_id, level, minimum) values ($1, $2, $3, 'county', 2)
            """, d.Id, d.School, d.SchoolYear);
        var mending = sums.MendAsync("project_sum", d.Id, Cancellation);
        await Task.Delay(100, Cancellation);
        Assert.False(mending.IsCompleted);
        await open.CommitAsync(Cancellation);
        await mending;
        Assert.Empty(await sums.DifferencesAsync("project_sum", Cancellation));
    }

    [Fact]
    [Trait("Rule", "D6")]
    public async Task Steps_that_were_changed_past_the_triggers_are_found_and_mended()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(test.Database.Writer);
        await records.ApprovedAsync(d.Teachers[0]);
        var sums = new FigureSums(test.Database.Owner);
        Assert.Empty(await sums.DifferencesAsync("overdue_sum", Cancellation));
        await test.Database.Owner.ExecuteAsync("""
            update figures.overdue_step set overdue_count_totals = '{3}' where district_id = $1 and scope = 'district' and level = 'county' and overdue_count_total = 1
            """, d.Id);
        var found = Assert.Single(await sums.DifferencesAsync("overdue_sum", Cancellation));
        Assert.Contains("\"overdue_count\": 3", found.Kept, StringComparison.Ordinal);
        await sums.MendAsync("overdue_sum", d.Id, Cancellation);
        Assert.Empty(await sums.DifferencesAsync("overdue_sum", Cancellation));
    }
}
