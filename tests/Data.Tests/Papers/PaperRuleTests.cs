using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Papers;

/// <summary>What the database refuses and keeps of papers (rule R1).</summary>
public sealed class PaperRuleTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("10.1000/abc.1", "https://doi.org/10.1000/ABC.1")]
    [InlineData("doi: 10.1000/x", "http://dx.doi.org/10.1000/x ")]
    [InlineData("１０.1000/w", "10.1000/W")]
    public async Task One_paper_a_DOI_however_it_is_written(string first, string second)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await WriteAsync(d, "A", first);
        await Writer.RefusedByAsync("r1_one_paper_a_doi", PaperSql, d.Id, d.School, "B", second, DBNull.Value);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("小学班主任的爱与责任", "小学 班主任的“爱”与责任！", "张伟", "张 伟")]
    [InlineData("On Homeroom: a Case (2026)", "ＯＮ　ＨＯＭＥＲＯＯＭ －A case２０２６", "O'Neil", "o’neil")]
    [InlineData("？？", "??", "T", "t")]
    public async Task One_paper_a_title_and_first_author(string title, string sameTitle, string author, string sameAuthor)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var first = await WriteAsync(d, title, null, author);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(d, sameTitle, null, sameAuthor));
        Assert.Equal("r1_one_paper_a_title_and_first_author", refusal.ConstraintName);
        Assert.Equal(first, await LikeAsync(d, null, sameTitle, sameAuthor));
        await WriteAsync(d, sameTitle, null, "somebody else", sameAuthor);
        await WriteAsync(await SmallDistrict.CreateAsync(Writer), sameTitle, null, sameAuthor);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_refusal_can_point_to_the_other_by_its_DOI()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var paper = await WriteAsync(d, "A", "10.1000/a");
        Assert.Equal(paper, await LikeAsync(d, "https://doi.org/10.1000/A", "Z", "Z"));
        Assert.Null(await LikeAsync(d, "10.1000/b", "Z", "Z"));
        Assert.Null(await LikeAsync(d, null, "A", "Z"));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Of_two_at_the_same_time_one_is_kept()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                await WriteAsync(d, n % 2 == 0 ? "同题" : "同 题", null, "甲");
                return "kept";
            }
            catch (PostgresException refusal)
            {
                return refusal.ConstraintName;
            }
        }));
        Assert.Single(outcomes, outcome => outcome == "kept");
        Assert.Equal(7, outcomes.Count(outcome => outcome == "r1_one_paper_a_title_and_first_author"));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task The_first_author_follows_the_order_of_the_authors()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var paper = await WriteAsync(d, "A", null, "甲", "乙", "丙");
        Assert.Equal("甲", await FirstAuthorAsync(paper));
        await Writer.ExecuteAsync("update homeroom.paper_author set position = case position when 1 then 2 when 2 then 1 else position end where paper_id = $1", paper);
        Assert.Equal("乙", await FirstAuthorAsync(paper));
        await Writer.ExecuteAsync("delete from homeroom.paper_author where paper_id = $1 and position = 1", paper);
        Assert.Equal("甲", await FirstAuthorAsync(paper));
        await Writer.ExecuteAsync("update homeroom.paper_author set name = '甲某' where paper_id = $1 and position = 2", paper);
        Assert.Equal("甲某", await FirstAuthorAsync(paper));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task An_order_of_authors_that_makes_a_duplicate_is_refused()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await WriteAsync(d, "A", null, "甲");
        var second = await WriteAsync(d, "A", null, "乙", "甲");
        await Writer.RefusedByAsync(
            "r1_one_paper_a_title_and_first_author",
            "update homeroom.paper_author set position = 3 - position where paper_id = $1", second);
        Assert.Equal("乙", await FirstAuthorAsync(second));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Two_papers_can_swap_their_titles()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await WriteAsync(d, "A", null, "甲");
        await WriteAsync(d, "B", null, "甲");
        await Writer.ExecuteAsync("update homeroom.paper set title = case title when 'A' then 'B' else 'A' end where district_id = $1", d.Id);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_paper_has_an_author()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("r1_a_paper_has_a_first_author", PaperSql, d.Id, d.School, "A", DBNull.Value, DBNull.Value);
        await Writer.RefusedByAsync("r1_a_paper_has_a_first_author", PaperSql, d.Id, d.School, "A", DBNull.Value, "甲");
        var paper = await WriteAsync(d, "A", null, "甲");
        await Writer.RefusedByAsync("r1_a_paper_has_a_first_author", "delete from homeroom.paper_author where paper_id = $1", paper);
        await Writer.ExecuteAsync("delete from homeroom.paper where paper_id = $1", paper);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("r1_a_doi_is_well_formed", "doi = 'abc'")]
    [InlineData("r1_an_issn_is_well_formed", "issn = '12345678'")]
    [InlineData("r1_a_cn_is_well_formed", "cn = '11/1234'")]
    [InlineData("r1_a_language_is_a_tag", "language = 'Chinese'")]
    [InlineData("r1_a_date_is_as_precise_as_stated", "published_precision = 'month', published_on = '2026-10-02'")]
    [InlineData("r1_a_date_is_as_precise_as_stated", "published_precision = 'year', published_on = '2026-10-01'")]
    [InlineData("r1_a_title_has_letters", "title = '  '")]
    [InlineData("r1_extra_is_an_object", "extra = '[]'")]
    public async Task What_is_not_well_formed_is_refused(string constraint, string change)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await WriteAsync(d, "A", null, "甲");
        await Writer.RefusedByAsync(constraint, $"update homeroom.paper set {change} where district_id = $1", d.Id);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("doi = ' https://doi.org/10.13718/j.cnki.xdzk.2026.01.001'")]
    [InlineData("issn = '1000-632X', cn = 'CN11-1234/G4'")]
    [InlineData("published_precision = 'month', published_on = '2026-10-01'")]
    [InlineData("published_precision = 'year', published_on = '2026-01-01'")]
    public async Task What_is_well_formed_is_taken(string change)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await WriteAsync(d, "A", null, "甲");
        await Writer.ExecuteAsync($"update homeroom.paper set {change} where district_id = $1", d.Id);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Authors_have_places_of_their_own()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var paper = await WriteAsync(d, "A", null, "甲");
        await Writer.RefusedByAsync("r1_one_author_a_position", AuthorSql, d.Id, paper, (short)1, "乙", DBNull.Value);
        await Writer.RefusedByAsync("r1_positions_count_from_one", AuthorSql, d.Id, paper, (short)0, "乙", DBNull.Value);
        await Writer.RefusedByAsync("r1_an_author_has_a_name", AuthorSql, d.Id, paper, (short)2, " ", DBNull.Value);
        await Writer.ExecuteAsync(AuthorSql, d.Id, paper, (short)2, "乙", d.Teachers[0]);
        await Writer.RefusedByAsync("r1_a_teacher_is_named_once", AuthorSql, d.Id, paper, (short)3, "乙", d.Teachers[0]);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_keyword_is_given_once_and_found_by_its_key()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var paper = await WriteAsync(d, "A", null, "甲");
        const string sql = "insert into homeroom.paper_keyword (district_id, paper_id, position, keyword) values ($1, $2, $3, $4)";
        await Writer.ExecuteAsync(sql, d.Id, paper, (short)1, "家校 共育");
        await Writer.RefusedByAsync("r1_a_keyword_is_given_once", sql, d.Id, paper, (short)2, "家校共育");
        Assert.Equal(paper, await Writer.ScalarAsync<long>(
            "select paper_id from homeroom.paper_keyword where district_id = $1 and keyword_key = homeroom.match_key('家校—共育')", d.Id));
    }

    [Fact]
    public async Task Authors_and_keywords_are_of_the_papers_school_and_move_with_it()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var paper = await WriteAsync(d, "A", null, "甲");
        Assert.Equal(d.School, await SchoolOfAuthorAsync(paper));
        await Writer.ExecuteAsync("update homeroom.paper_author set school_id = null where paper_id = $1", paper);
        Assert.Equal(d.School, await SchoolOfAuthorAsync(paper));
        await Writer.ExecuteAsync("update homeroom.paper set school_id = null where paper_id = $1", paper);
        Assert.Null(await SchoolOfAuthorAsync(paper));
    }

    private const string PaperSql = """
        insert into homeroom.paper (district_id, school_id, kind, title, doi, published_on, first_author)
        values ($1, $2, 'paper', $3, $4, '2026-10-08', $5) returning paper_id
        """;

    private const string AuthorSql =
        "insert into homeroom.paper_author (district_id, paper_id, position, name, teacher_id) values ($1, $2, $3, $4, $5)";

    private Task<long> WriteAsync(SmallDistrict d, string title, string? doi) => WriteAsync(d, title, doi, "甲");

    // Paper and authors in one transaction, as every writer must.
    private async Task<long> WriteAsync(SmallDistrict d, string title, string? doi, params string[] authors)
    {
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var paper = Command(PaperSql, d.Id, d.School, title, (object?)doi ?? DBNull.Value, DBNull.Value);
        var id = (long)(await paper.ExecuteScalarAsync(Cancellation))!;
        for (short position = 1; position <= authors.Length; position++)
        {
            await using var author = Command(AuthorSql, d.Id, id, position, authors[position - 1], DBNull.Value);
            await author.ExecuteNonQueryAsync(Cancellation);
        }

        await transaction.CommitAsync(Cancellation);
        return id;

        NpgsqlCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
                command.Parameters.Add(new() { Value = value });
            return command;
        }
    }

    private Task<string> FirstAuthorAsync(long paper) => Writer.ScalarAsync<string>("select first_author from homeroom.paper where paper_id = $1", paper);

    private Task<long?> SchoolOfAuthorAsync(long paper) =>
        Writer.ScalarAsync<long?>("select school_id from homeroom.paper_author where paper_id = $1", paper);

    private Task<long?> LikeAsync(SmallDistrict d, string? doi, string title, string author) =>
        Writer.ScalarAsync<long?>("select homeroom.paper_like($1, $2::text, $3, $4)", d.Id, (object?)doi ?? DBNull.Value, title, author);
}
