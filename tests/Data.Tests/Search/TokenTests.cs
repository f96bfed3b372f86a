using System.Globalization;
using HomeroomGraph.Data.Search;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Search;

/// <summary>The tokens follow what they are of, in the writer's own transaction. TOKEN_STEPS sets how many changes are made by chance.</summary>
public sealed class TokenTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static readonly string[] Names = ["单雄信", "曾国藩", "万俟卨", "尉迟恭", "单于夜", "欧阳修", "吕布", "阿卜杜热合曼·买买提", "John Smith", "解缙", "〇七", "习"];

    private static readonly string[] Titles =
        ["校长成长", "“爱”与责任（二）", "On Homeroom, a Case 2026", "學生習慣養成", "重阳节里的音乐", "？？", "王", "ＡＩ＋教育", "Ünïcode 与汉字", "行为习惯养成教育的实践研究"];

    private NpgsqlDataSource Writer => test.Database.Writer;

    private NpgsqlDataSource Owner => test.Database.Owner;

    [Fact]
    public async Task Tokens_are_those_of_the_rows_whatever_was_done()
    {
        var district = await SmallDistrict.CreateAsync(Writer);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S', 's', 'primary') returning school_id", district.Id);
        var chance = new Random(7);
        var steps = int.Parse(Environment.GetEnvironmentVariable("TOKEN_STEPS") ?? "150", CultureInfo.InvariantCulture);
        for (var step = 0; step < steps; step++)
        {
            var change = Changes[chance.Next(Changes.Length)];
            try
            {
                await Writer.ExecuteAsync(
                    change + " -- $1 $2 $3 $4 $5",
                    [district.Id, chance.Next(3) == 0 ? other : district.School, Names[chance.Next(Names.Length)], Titles[chance.Next(Titles.Length)], chance.Next(100)]);
            }
            catch (PostgresException refusal) when (refusal.SqlState[..2] == "23")
            {
                // A rule refused it (two papers the same, a paper without authors), and with it its tokens.
            }

            if (step % 10 == 0)
                await AssertTokensFollowAsync($"after {step} steps, the last: {change}");
        }

        await AssertTokensFollowAsync("at the end");
        Assert.NotEqual(0, await Owner.ScalarAsync<long>("select count(*) from search.paper_token where reading > 0"));
        await Writer.ExecuteAsync("delete from homeroom.paper where district_id = $1", district.Id);
        Assert.Equal(0, await Owner.ScalarAsync<long>("select count(*) from search.paper_token where district_id = $1", district.Id));
    }

    [Fact]
    public async Task Two_writers_do_not_wait_for_each_other()
    {
        var district = await SmallDistrict.CreateAsync(Writer);
        await using var slow = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        const string insert = "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $2, '单雄信', 'shan xiong xin')";
        await using (var first = new NpgsqlCommand(insert, slow) { Parameters = { new() { Value = district.Id }, new() { Value = "900" } } })
            await first.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Writer.ExecuteAsync("set statement_timeout = '20s'");
        await Writer.ExecuteAsync(insert, district.Id, "901");
        await Writer.ExecuteAsync("update homeroom.teacher set name = '单雄信' where district_id = $1 and teacher_id = $2", district.Id, district.Teachers[0]);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await Owner.ScalarAsync<long>("select count(*) from search.teacher_token where district_id = $1 and spoken = 'shanxiongxin.'", district.Id));
    }

    [Fact]
    public async Task An_update_of_what_is_not_searched_writes_no_token()
    {
        var district = await SmallDistrict.CreateAsync(Writer);
        const string stamps = "select string_agg(xmin::text, ',' order by teacher_id, place, reading) from search.teacher_token where district_id = $1";
        var before = await Owner.ScalarAsync<string>(stamps, district.Id);
        await Writer.ExecuteAsync("update homeroom.teacher set status = 'retired' where district_id = $1", district.Id);
        Assert.Equal(before, await Owner.ScalarAsync<string>(stamps, district.Id));
        await Writer.ExecuteAsync("update homeroom.teacher set name = '吕布', pinyin = 'lv bu' where district_id = $1", district.Id);
        Assert.NotEqual(before, await Owner.ScalarAsync<string>(stamps, district.Id));
    }

    [Fact]
    public async Task The_program_and_the_database_agree_on_what_of_a_text_counts()
    {
        string[] texts = [.. Names, .. Titles, "①②３Ⅳ", "ｶﾞ", "ßẞ", "naïve café", "a\u0301b", "ΑΒΓ", "…—", "㊙", "ǅ", "İı"];
        var plain = await Owner.ColumnAsync<string>("select search.plain(x) from unnest($1::text[]) with ordinality u (x, place) order by place", [texts]);
        Assert.Equal(texts.Select(SearchText.Plain), plain);
    }

    [Fact]
    public async Task Answers_to_searches_hold_until_a_token_changes()
    {
        var district = await SmallDistrict.CreateAsync(Writer);
        var reads = (await global::HomeroomGraph.Data.Versions.CountedTables.ReadAsync(test.Database.Reader, TestContext.Current.CancellationToken))
            .NamesOf("""select 1 from "homeroom"."paper" t0 where exists (select from "search"."paper_token" t1)""");
        Assert.Equal(["homeroom.paper", "search.paper_token"], reads!);
        const string changes = """
            select coalesce(sum(c.changes), 0)::bigint from version.counter c join version.counted_table t using (table_number)
            where t.table_name = 'search.paper_token' and c.district_id = $1
            """;
        await Writer.ExecuteAsync(PaperSql + " -- $5", district.Id, district.School, "甲", "乙", 0);
        var written = await Owner.ScalarAsync<long>(changes, district.Id);
        Assert.NotEqual(0, written);
        await Writer.ExecuteAsync("update homeroom.paper_keyword set keyword = 'another' where district_id = $1", district.Id);
        Assert.True(await Owner.ScalarAsync<long>(changes, district.Id) > written);
    }

    private static readonly string[] Changes =
    [
        "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, 'N' || $5 || '-' || random(), $3, case when $5 % 2 = 0 then 'shan xiong xin' else '' end)",
        "update homeroom.teacher set name = $3, pinyin = 'dan xiong xin' where district_id = $1 and teacher_id % 3 = $5 % 3",
        "update homeroom.teacher set staff_number = staff_number || 'x' where district_id = $1 and teacher_id % 7 = $5 % 7",
        PaperSql, PaperSql, PaperSql,
        "update homeroom.paper set title = $4 || paper_id, doi = case when $5 % 2 = 0 then '10.1000/' || paper_id end where district_id = $1 and paper_id % 5 = $5 % 5",
        "update homeroom.paper set school_id = $2 where district_id = $1 and paper_id % 4 = $5 % 4",
        "update homeroom.paper_keyword set keyword = $4 || paper_keyword_id where district_id = $1 and paper_keyword_id % 3 = $5 % 3 and $4 ~ '[[:alnum:]]'",
        "update homeroom.paper_author set name = $3 where district_id = $1 and paper_author_id % 6 = $5 % 6",
        "update homeroom.paper_author set position = 3 - position where district_id = $1 and paper_id % 3 = $5 % 3",
        "delete from homeroom.paper_keyword where district_id = $1 and paper_keyword_id % 9 = $5 % 9",
        "delete from homeroom.paper where district_id = $1 and paper_id % 11 = $5 % 11",
    ];

    private const string PaperSql = """
        with paper as (
            insert into homeroom.paper (district_id, school_id, kind, title, published_on, first_author)
            select $1, $2, 'paper', $4 || n || random(), '2026-10-01', $3 from generate_series(1, 3) n returning paper_id),
        author as (insert into homeroom.paper_author (district_id, paper_id, position, name) select $1, paper_id, p, $3 from paper, generate_series(1, 2) p)
        insert into homeroom.paper_keyword (district_id, paper_id, position, keyword) select $1, paper_id, 1, $4 || 'k' from paper
        """;

    /// <summary>None is missing, none is left over, none is another.</summary>
    private async Task AssertTokensFollowAsync(string when)
    {
        foreach (var (tokens, owner, school, texts) in new[]
        {
            ("teacher_token", "teacher_id", "null::bigint", new[] { "teacher_text" }),
            ("paper_token", "paper_id", "school_id", ["paper_text", "paper_keyword_text", "paper_author_text"]),
        })
        {
            var all = string.Join(" union all ", texts.Select(view =>
                $"select row(v.district_id, v.school_id, v.owner_id, v.part, v.weight, v.how, v.entered, v.reading)::search.entered from search.{view} v"));
            var wrong = await Owner.ColumnAsync<string>($"""
                with due as (select district_id, school_id, owner_id, place, reading, weight, written, spoken, initials from search.tokens_of(array({all}))),
                there as (select district_id, {school}, {owner}, place, reading, weight, written, spoken, initials from search.{tokens})
                select 'missing: ' || x::text from (table due except all table there) x union all select 'left: ' || x::text from (table there except all table due) x
                """);
            Assert.True(wrong.Count == 0, $"{when}: {string.Join('\n', wrong.Take(5))}");
        }
    }
}
