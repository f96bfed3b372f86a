using HomeroomGraph.Data.History;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>What the feed of changes tells to whom (rule V4), over HTTP. Each test has a district and clients of its own.</summary>
[Trait("Rule", "V4")]
public sealed class ChangeFeedTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => gateway.Database.Writer;

    [Fact]
    public async Task A_row_is_told_when_it_is_made_changed_gets_another_key_and_is_deleted()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read");
        string from = await client.PositionAsync("PAPER");

        long paper = await district.PaperAsync(district.Schools[0], "题目", "10.1000/a");
        var made = Assert.Single(await client.AllSinceAsync(from, "PAPER"));
        Assert.Equal(("PAPER", "CREATED 10.1000/a", "题目"), (made.Type, made.ToString(), made.Node.GetProperty("title").GetString()));
        Assert.Equal("Paper", made.Node.GetProperty("__typename").GetString());

        // A part that is known is not told again, and goes on where it ended.
        from = (await client.ChangesAsync(from, types: "PAPER")).Position;
        Assert.Empty((await client.ChangesAsync(from, types: "PAPER")).Entries);

        await Writer.ExecuteAsync("update homeroom.paper set title = '新题目' where paper_id = $1", paper);
        var changed = Assert.Single(await client.AllSinceAsync(from, "PAPER"));
        Assert.Equal(("CHANGED 10.1000/a", made.Id, "新题目"), (changed.ToString(), changed.Id, changed.Node.GetProperty("title").GetString()));
        Assert.True(changed.Version > made.Version);

        await Writer.ExecuteAsync("update homeroom.paper set doi = 'https://doi.org/10.1000/B' where paper_id = $1", paper);
        Assert.Equal("KEY_CHANGED 10.1000/b was 10.1000/a", Assert.Single(await client.AllSinceAsync(from, "PAPER")).ToString());
        from = await client.PositionAsync("PAPER");

        await Writer.ExecuteAsync("delete from homeroom.paper where paper_id = $1", paper);
        var gone = Assert.Single(await client.AllSinceAsync(from, "PAPER"));
        Assert.Equal("DELETED was 10.1000/b", gone.ToString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, gone.Node.ValueKind);
        Assert.True(gone.Version > changed.Version);
    }

    [Fact]
    public async Task What_belongs_to_a_row_changes_it()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync();
        long paper = await district.PaperAsync(district.Schools[0], "题目");
        var records = new ResearchRecords(Writer, district.Id, district.Schools[0]);
        long project = await records.SubmittedAsync(district.Teachers[0], "county", "课题");
        string from = await client.PositionAsync();

        async Task ToldAsync(string type, string sql, params object[] values)
        {
            await Writer.ExecuteAsync(sql, values);
            var told = Assert.Single(await client.AllSinceAsync(from));
            Assert.Equal((type, "CHANGED"), (told.Type, told.Kind));
            from = await client.PositionAsync();
        }

        await ToldAsync("PAPER", "insert into homeroom.paper_author (district_id, paper_id, position, name) values ($1, $2, 2, '乙')", district.Id, paper);
        await ToldAsync("PAPER", "update homeroom.paper_author set affiliation = '外校' where paper_id = $1 and position = 2", paper);
        await ToldAsync("PAPER", "delete from homeroom.paper_author where paper_id = $1 and position = 2", paper);
        await ToldAsync("PAPER", "insert into homeroom.paper_keyword (district_id, paper_id, position, keyword) values ($1, $2, 1, '德育')", district.Id, paper);
        await ToldAsync("RESEARCH_PROJECT", "insert into homeroom.research_theme (district_id, school_id, research_project_id, theme) values ($1, $2, $3, 'success')",
            district.Id, district.Schools[0], project);
        await ToldAsync("TEACHER", "insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) values ($1, $2, 'first', '2020-01-01')",
            district.Id, district.Teachers[1]);

        // An update that changes nothing is none.
        await Writer.ExecuteAsync("update homeroom.paper_keyword set keyword = keyword where paper_id = $1", paper);
        Assert.Empty(await client.AllSinceAsync(from));
    }

    [Fact]
    public async Task A_row_that_moves_leaves_one_school_and_comes_to_another_and_a_third_hears_nothing()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var clients = new List<FeedClient>();
        foreach (long school in district.Schools) clients.Add(await district.ClientAsync(FeedDistrict.EveryScope, school));
        var both = await district.ClientAsync(FeedDistrict.EveryScope, district.Schools[0], district.Schools[1]);
        long paper = await district.PaperAsync(district.Schools[0], "题目", "10.1000/moved");
        string[] from = [.. await Task.WhenAll(clients.Append(both).Select(client => client.PositionAsync("PAPER")))];

        // It is called otherwise where it is now, which its former school does not learn.
        await Writer.ExecuteAsync("update homeroom.paper set school_id = $2, doi = '10.1000/there' where paper_id = $1", paper, district.Schools[1]);
        Assert.Equal("LEFT_REACH was 10.1000/moved", Assert.Single(await clients[0].AllSinceAsync(from[0], "PAPER")).ToString());
        Assert.Equal("CREATED 10.1000/there", Assert.Single(await clients[1].AllSinceAsync(from[1], "PAPER")).ToString());
        Assert.Empty(await clients[2].AllSinceAsync(from[2], "PAPER"));
        Assert.Equal("KEY_CHANGED 10.1000/there was 10.1000/moved", Assert.Single(await both.AllSinceAsync(from[3], "PAPER")).ToString());

        // It goes where it is by now: the former school has heard of it all there is to hear.
        string afterwards = await clients[0].PositionAsync("PAPER");
        await Writer.ExecuteAsync("delete from homeroom.paper where paper_id = $1", paper);
        Assert.Empty(await clients[0].AllSinceAsync(afterwards, "PAPER"));
        Assert.Equal("LEFT_REACH was 10.1000/moved", Assert.Single(await clients[0].AllSinceAsync(from[0], "PAPER")).ToString());
        Assert.Equal("DELETED was 10.1000/there", Assert.Single(await clients[1].AllSinceAsync(from[1], "PAPER")).ToString());
    }

    [Fact]
    public async Task What_a_transaction_does_in_between_nobody_has_seen()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var (first, second) = (await district.ClientAsync("papers:read", district.Schools[0]), await district.ClientAsync("papers:read", district.Schools[1]));
        string[] from = [await first.PositionAsync("PAPER"), await second.PositionAsync("PAPER")];
        await using (var connection = await Writer.OpenConnectionAsync(Cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await using var made = new NpgsqlCommand(
                """
                with p as (insert into homeroom.paper (district_id, school_id, kind, title, published_on, first_author, doi)
                           values ($1, $2, 'paper', '两校', '2026-10-01', '甲', '10.1000/between') returning paper_id)
                insert into homeroom.paper_author (district_id, paper_id, position, name) select $1, paper_id, 1, '甲' from p returning paper_id
                """, connection) { Parameters = { new() { Value = district.Id }, new() { Value = district.Schools[0] } } };
            object paper = (await made.ExecuteScalarAsync(Cancellation))!;
            await using var moved = new NpgsqlCommand("update homeroom.paper set school_id = $2 where paper_id = $1", connection) { Parameters = { new() { Value = paper }, new() { Value = district.Schools[1] } } };
            await moved.ExecuteNonQueryAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal("CREATED 10.1000/between", Assert.Single(await second.AllSinceAsync(from[1], "PAPER")).ToString());
        Assert.Empty(await first.AllSinceAsync(from[0], "PAPER"));
    }

    [Fact]
    public async Task A_draft_is_told_to_nobody_until_it_is_handed_in()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("projects:read");
        string from = await client.PositionAsync("RESEARCH_PROJECT");
        var records = new ResearchRecords(Writer, district.Id, district.Schools[0]);
        long draft = await records.DraftAsync(district.Teachers[0], title: "草稿");
        await Writer.ExecuteAsync("update homeroom.research_project set title = '仍是草稿' where research_project_id = $1", draft);
        await Writer.ExecuteAsync("delete from homeroom.research_project where research_project_id = $1", draft);
        Assert.Empty(await client.AllSinceAsync(from, "RESEARCH_PROJECT"));

        await records.SubmittedAsync(district.Teachers[1], "county", "申报");
        Assert.Equal("CREATED", Assert.Single(await client.AllSinceAsync(from, "RESEARCH_PROJECT")).Kind);
    }

    [Fact]
    public async Task A_teacher_is_told_to_the_schools_that_employ_or_employed_the_person()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var (first, second) = (await district.ClientAsync("roster:read", district.Schools[0]), await district.ClientAsync("roster:read", district.Schools[1]));
        string[] from = [await first.PositionAsync("TEACHER"), await second.PositionAsync("TEACHER")];
        long teacher = district.Teachers[0];
        string number = await Writer.ScalarAsync<string>("select staff_number from homeroom.teacher where teacher_id = $1", teacher);

        await Writer.ExecuteAsync(
            "insert into homeroom.employment (district_id, teacher_id, school_id, starts_on, is_primary) values ($1, $2, $3, '2026-09-01', false)", district.Id, teacher, district.Schools[1]);
        Assert.Equal($"CHANGED {number}", Assert.Single(await first.AllSinceAsync(from[0], "TEACHER")).ToString());
        Assert.Equal($"CREATED {number}", Assert.Single(await second.AllSinceAsync(from[1], "TEACHER")).ToString());

        from[1] = await second.PositionAsync("TEACHER");
        await Writer.ExecuteAsync("delete from homeroom.employment where teacher_id = $1 and school_id = $2", teacher, district.Schools[1]);
        Assert.Equal($"LEFT_REACH was {number}", Assert.Single(await second.AllSinceAsync(from[1], "TEACHER")).ToString());

        // The employments go with the teacher, and before the teacher's own entry.
        from = [await first.PositionAsync("TEACHER"), await second.PositionAsync("TEACHER")];
        await Writer.ExecuteAsync("delete from homeroom.teacher where teacher_id = $1", teacher);
        Assert.Equal($"DELETED was {number}", Assert.Single(await first.AllSinceAsync(from[0], "TEACHER")).ToString());
        Assert.Empty(await second.AllSinceAsync(from[1], "TEACHER"));
    }

    [Fact]
    public async Task A_foreign_district_is_not_told_of_and_each_type_needs_its_scope()
    {
        var (district, foreign) = (await FeedDistrict.CreateAsync(gateway), await FeedDistrict.CreateAsync(gateway));
        var client = await district.ClientAsync("papers:read");
        string from = await client.PositionAsync();
        await foreign.PaperAsync(foreign.Schools[0], "外区");
        await foreign.PaperAsync(null, "外区的");
        await district.TeacherAsync(district.Schools[0]);
        await district.PaperAsync(null, "区里");
        Assert.Equal("区里", Assert.Single(await client.AllSinceAsync(from)).Node.GetProperty("title").GetString());

        Assert.Equal("FORBIDDEN", await client.RefusalAsync(null, "TEACHER"));
        Assert.Equal("FORBIDDEN", await client.RefusalAsync(null, "PAPER", "AWARD"));
        Assert.Null(await client.RefusalAsync(null, "PAPER"));
        string teacher = await gateway.SignInAsync("teacher");
        var refused = await gateway.PostAsync("{ changes { position } }", token: teacher);
        Assert.Equal("FORBIDDEN", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_position_is_good_for_the_same_types_and_the_same_reach()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read awards:read", district.Schools[0]);
        string all = await client.PositionAsync(), papers = await client.PositionAsync("PAPER");
        Assert.Null(await client.RefusalAsync(all));
        Assert.Equal("INVALID_POSITION", await client.RefusalAsync(all, "PAPER"));
        Assert.Equal("INVALID_POSITION", await client.RefusalAsync(papers, "PAPER", "AWARD"));
        foreach (string wrong in (string[])["", "x", papers[..^1], papers + "A", "B" + papers[1..], new string('A', papers.Length)])
            Assert.Equal("INVALID_POSITION", await client.RefusalAsync(wrong, "PAPER"));

        await gateway.Database.Access.ExecuteAsync(
            "insert into access.\"grant\" (account_id, role, district_id, school_id, scope) values ($1, 'integrator', $2, $3, 'papers:read')", client.AccountId, district.Id, district.Schools[1]);
        Assert.Equal("REACH_CHANGED", await client.RefusalAsync(papers, "PAPER"));
        Assert.Null(await client.RefusalAsync(await client.PositionAsync("PAPER"), "PAPER"));

        // What changes nothing of the types that are followed changes no position.
        string from = await client.PositionAsync("AWARD");
        await gateway.Database.Access.ExecuteAsync("delete from access.\"grant\" where account_id = $1 and scope = 'papers:read' and school_id = $2", client.AccountId, district.Schools[0]);
        Assert.Null(await client.RefusalAsync(from, "AWARD"));
    }

    [Fact]
    public async Task A_transaction_that_runs_holds_up_what_came_after_it_and_says_so()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read");
        string from = await client.PositionAsync("PAPER");
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await using var begins = new NpgsqlCommand("select pg_current_xact_id()", connection);
            await begins.ExecuteNonQueryAsync(Cancellation);
            await district.PaperAsync(district.Schools[0], "等待");
            var part = await client.ChangesAsync(from, types: "PAPER");
            Assert.Equal((0, true, false), (part.Entries.Count, part.IsHeldUp, part.HasMore));
            from = part.Position;
        }
        Assert.Single(await client.AllSinceAsync(from, "PAPER"));
    }

    [Fact]
    public async Task Parts_are_bounded_and_follow_each_other()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read");
        string from = await client.PositionAsync("PAPER");
        for (int n = 0; n < 7; n++) await district.PaperAsync(district.Schools[n % 3], $"题目{n}");
        await client.AllSinceAsync(from, "PAPER");

        var (titles, sizes) = (new List<string>(), new List<int>());
        for (var part = await client.ChangesAsync(from, first: 3, "PAPER"); ; part = await client.ChangesAsync(part.Position, first: 3, "PAPER"))
        {
            sizes.Add(part.Entries.Count);
            titles.AddRange(part.Entries.Select(entry => entry.Node.GetProperty("title").GetString()!));
            if (!part.HasMore) break;
        }
        Assert.Equal([3, 3, 1], sizes);
        Assert.Equal(Enumerable.Range(0, 7).Select(n => $"题目{n}"), titles);

        foreach (int first in (int[])[-1, 0, 501])
        {
            var refused = await client.AskAsync("query($first: Int!) { changes(first: $first) { position } }", new { first });
            Assert.Equal("BAD_USER_INPUT", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_client_of_one_school_passes_over_what_others_changed_and_is_told_that_there_is_more()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read", district.Schools[0]);
        string from = await client.PositionAsync("PAPER");
        await gateway.Database.Owner.ExecuteAsync(
            """
            insert into history.change_log (district_id, entity, row_id, operation, circles_before, circles_after)
            select $1, 'paper', '1', 'update', array[$2::bigint], array[$2::bigint] from generate_series(1, $3)
            """, district.Id, district.Schools[1], ChangeFeed.MostScanned + 10);
        await district.PaperAsync(district.Schools[0], "自己的");
        Assert.Single(await client.AllSinceAsync(from, "PAPER"));

        var first = await client.ChangesAsync(from, types: "PAPER");
        Assert.Equal((0, true), (first.Entries.Count, first.HasMore));
        var second = await client.ChangesAsync(first.Position, types: "PAPER");
        Assert.Equal((1, false), (second.Entries.Count, second.HasMore));
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_said_to_be_lost_and_the_log_stays_append_only()
    {
        var district = await FeedDistrict.CreateAsync(gateway);
        var client = await district.ClientAsync("papers:read");
        string from = await client.PositionAsync("PAPER");
        await district.PaperAsync(district.Schools[0], "旧");
        await client.AllSinceAsync(from, "PAPER");

        // As if it had been noted three days ago that all this had ended.
        await gateway.Database.Owner.ExecuteAsync("delete from history.change_mark");
        await gateway.Database.Owner.ExecuteAsync("insert into history.change_mark select now() - interval '3 days', pg_snapshot_xmin(pg_current_snapshot())");
        var pruning = new ChangePruning(Writer, TimeProvider.System);
        Assert.Equal(0, await pruning.PruneAsync(days: 4, Cancellation));
        Assert.Null(await client.RefusalAsync(from, "PAPER"));
        long before = await gateway.Database.Owner.ScalarAsync<long>("select count(*) from history.change_log");
        long removed = await pruning.PruneAsync(days: 2, Cancellation);
        Assert.True(removed > ChangePruning.BatchSize, $"{removed} removed");
        Assert.Equal(before - removed, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from history.change_log"));
        Assert.Equal("POSITION_EXPIRED", await client.RefusalAsync(from, "PAPER"));

        await district.PaperAsync(district.Schools[0], "新");
        Assert.Equal("新", Assert.Single(await client.AllSinceAsync(null, "PAPER")).Node.GetProperty("title").GetString());
        Assert.Null(await client.RefusalAsync(await client.PositionAsync("PAPER"), "PAPER"));
        foreach (var source in (NpgsqlDataSource[])[gateway.Database.Owner, Writer, gateway.Database.Feed])
            await Assert.ThrowsAsync<PostgresException>(() => source.ExecuteAsync("delete from history.change_log"));
        await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync("select history.prune_changes(now(), 0, 100)"));
    }
}
