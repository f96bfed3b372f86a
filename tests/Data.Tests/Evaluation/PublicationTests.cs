using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

public sealed class PublicationTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Never = "e3_published_results_never_change";

    private const string DraftSql = """
        insert into homeroom.check_publication (district_id, school_id, semester_id, grade, period, week_number, starts_on, ends_on, due_on, revision, reason)
        values ($1, $2, $3, 1, 'week', 1, $5::text::date, '2026-09-07', '2026-09-04', $4, case when $4 > 1 then 'a correction' end)
        returning check_publication_id
        """;

    private const string PublishSql = """
        update homeroom.check_publication set state = 'published', published_at = '2026-09-04 17:00+00', published_by = 'office'
        where check_publication_id = $1
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [Trait("Rule", "E3")]
    [InlineData("update homeroom.check_result set rank = 2 where check_publication_id = $1")]
    [InlineData("delete from homeroom.check_result where check_publication_id = $1")]
    [InlineData("insert into homeroom.check_result (district_id, school_id, check_publication_id, class_id, sheet_count, total, full_marks, average, rank) select r.district_id, r.school_id, $1, c.class_id, 1, 1, 1, 100, 1 from homeroom.check_result r join homeroom.class c using (district_id) where check_publication_id = $1 limit 1")]
    [InlineData("update homeroom.check_publication set published_by = 'other' where check_publication_id = $1")]
    [InlineData("update homeroom.check_publication set state = 'draft', published_at = null, published_by = null where check_publication_id = $1")]
    [InlineData("update homeroom.check_publication set is_current = false where check_publication_id = $1")]
    [InlineData("delete from homeroom.check_publication where check_publication_id = $1")]
    public async Task What_is_published_never_changes(string change)
    {
        var (d, publication) = await PublishedAsync();
        Assert.Equal(2, d.Small.Classes.Length);
        await Writer.RefusedByAsync(Never, change, publication);
    }

    [Fact]
    [Trait("Rule", "E3")]
    public async Task A_correction_is_the_next_revision_and_one_is_current()
    {
        var (d, first) = await PublishedAsync();
        await Writer.RefusedByAsync("e3_revisions_follow_one_another", DraftSql, Draft(d, 3));
        var second = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 2));
        Assert.Equal([first], await CurrentAsync(d));
        await Writer.RefusedByAsync("e3_revisions_follow_one_another", DraftSql, Draft(d, 3));
        await FillAsync(d, second);
        await Writer.ExecuteAsync(PublishSql, second);
        Assert.Equal([second], await CurrentAsync(d));
        Assert.Equal(2, await Writer.ScalarAsync<long>("select count(*) from homeroom.check_publication where district_id = $1 and state = 'published'", d.Id));
    }

    [Fact]
    [Trait("Rule", "E3")]
    public async Task Publishing_waits_for_whoever_changes_a_result_and_the_other_way_round()
    {
        var d = await EnteredAsync();
        var publication = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 1));
        await FillAsync(d, publication);
        await using var publishing = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await publishing.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await CheckDistrict.ExecuteAsync(publishing, PublishSql, publication);

        var changing = Writer.RefusedByAsync(Never, "update homeroom.check_result set rank = 2 where check_publication_id = $1", publication);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(changing.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await changing;
    }

    [Fact]
    [Trait("Rule", "E3")]
    public async Task A_publication_has_results_and_the_days_of_its_week()
    {
        var d = await EnteredAsync();
        await Writer.RefusedByAsync("e3_a_week_is_one_of_the_semester", DraftSql, d.Id, d.School, d.Semester, 1, "2026-09-02");
        var publication = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 1));
        await Writer.RefusedByAsync("e3_a_publication_has_results", PublishSql, publication);
    }

    [Fact]
    [Trait("Rule", "E3")]
    public async Task The_day_of_publication_is_Shanghai_s()
    {
        var (_, publication) = await PublishedAsync();
        Assert.Equal(new DateOnly(2026, 9, 5), await Writer.ScalarAsync<DateOnly>(
            "select published_on from homeroom.check_publication where check_publication_id = $1", publication));
    }

    [Fact]
    [Trait("Rule", "E10")]
    public async Task Classes_are_ranked_inside_their_grade()
    {
        var d = await EnteredAsync();
        var other = (await d.AddClassesAsync(2, 1))[0];
        var publication = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 1));
        await Writer.RefusedByAsync(
            "e10_ranked_inside_a_grade",
            """
            insert into homeroom.check_result (district_id, school_id, check_publication_id, class_id, sheet_count, total, full_marks, average, rank)
            values ($1, $2, $3, $4, 1, 1, 1, 100, 1)
            """, d.Id, d.School, publication, other);
    }

    [Fact]
    [Trait("Rule", "E9")]
    public async Task A_winning_class_is_of_a_published_ranking()
    {
        const string Title = """
            insert into homeroom.class_title (district_id, school_id, class_id, semester_id, kind, check_publication_id, awarded_on)
            values ($1, $2, $3, $4, $5, $6, '2026-09-07')
            """;
        var (d, publication) = await PublishedAsync();
        var draft = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 2));
        await FillAsync(d, draft);
        var winner = d.Small.Classes[0];
        await Writer.RefusedByAsync("e9_a_winner_is_of_a_published_ranking", Title, d.Id, d.School, winner, d.Semester, "weekly_winner", draft);
        await Writer.RefusedByAsync("e9_a_winner_is_of_a_published_ranking", Title, d.Id, d.School, winner, d.Semester, "monthly_winner", publication);
        await Writer.RefusedByAsync("e9_a_winner_is_of_a_ranking", Title, d.Id, d.School, winner, d.Semester, "weekly_winner", DBNull.Value);
        await Writer.ExecuteAsync(Title, d.Id, d.School, winner, d.Semester, "weekly_winner", publication);
        await Writer.ExecuteAsync(Title, d.Id, d.School, winner, d.Semester, "model_class", DBNull.Value);
        await Writer.RefusedByAsync("e9_one_model_title_a_semester", Title, d.Id, d.School, winner, d.Semester, "model_class", DBNull.Value);
        await Writer.RefusedByAsync("e9_withdrawn_for_a_reason", "update homeroom.class_title set withdrawn_on = '2026-10-01' where district_id = $1", d.Id);
    }

    private async Task<CheckDistrict> EnteredAsync()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01");
        return d;
    }

    private async Task<(CheckDistrict District, long Publication)> PublishedAsync()
    {
        var d = await EnteredAsync();
        var publication = await Writer.ScalarAsync<long>(DraftSql, Draft(d, 1));
        await FillAsync(d, publication);
        await Writer.ExecuteAsync(PublishSql, publication);
        return (d, publication);
    }

    private static object[] Draft(CheckDistrict d, int revision) => [d.Id, d.School, d.Semester, revision, "2026-09-01"];

    private Task FillAsync(CheckDistrict d, long publication) => Writer.ExecuteAsync(
        """
        insert into homeroom.check_result (district_id, school_id, check_publication_id, class_id, sheet_count, total, full_marks, average, rank)
        select $1, $2, $3, f.* from homeroom.week_ranking($1, $2, 1::smallint, $4, 1::smallint) f
        """, d.Id, d.School, publication, d.Semester);

    private Task<List<long>> CurrentAsync(CheckDistrict d) => Writer.ColumnAsync<long>(
        "select check_publication_id from homeroom.check_publication where district_id = $1 and is_current", d.Id);
}
