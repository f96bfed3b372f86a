using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;
using HomeroomGraph.Gateway.Tests.Research;

namespace HomeroomGraph.Gateway.Tests.Papers;

/// <summary>Papers are recorded, changed and removed over GraphQL (rules R1, R3).</summary>
public sealed class PaperMutationTests(ManyAtOnceFixture gateway) : IClassFixture<ManyAtOnceFixture>, IAsyncLifetime
{
    private const string Teacher = PaperDesk.Teacher, Office = PaperDesk.Office;
    private const int Many = 50;

    private PaperDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await PaperDesk.OpenAsync(gateway);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_teacher_records_a_paper_with_all_that_is_known_of_it()
    {
        var input = desk.Paper(
            " 小组合作学习的组织与评价 ", ("kind", "CASE"), ("publishedOn", "2026-10-15"), ("publishedPrecision", "MONTH"), ("venue", "班主任之友"), ("issn", "1003823x"), ("cn", "42-1091/G4"),
            ("volume", "12"), ("issue", "10"), ("pages", "12-15"), ("doi", "https://doi.org/10.1000/FULL.1"), ("language", "zh-CN"), ("abstract", "摘要"), ("keywords", new[] { "德育", " ", "家校共育" }),
            ("extra", """{"publisher":"某出版社"}"""),
            ("authors", new object[]
            {
                new { name = "外校人", affiliation = "某大学", externalId = "orcid:0000-0002-1825-0097" },
                new { teacherId = desk.TeacherId(desk.Self), isCorresponding = true },
                new { teacherId = desk.TeacherId(desk.Colleagues[0]), name = "Colleague" },
            }));

        var payload = await desk.RunAsync(Teacher, "recordPaper", input);

        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        var paper = payload.GetProperty("paper");
        Assert.Equal(
            ("小组合作学习的组织与评价", "CASE", "2026-10-01", "MONTH", "1003-823X", "CN 42-1091/G4", "10.1000/full.1", "外校人", 1),
            (Text("title"), Text("kind"), Text("publishedOn"), Text("publishedPrecision"), Text("issn"), Text("cn"), Text("doi"), Text("firstAuthor"), paper.GetProperty("version").GetInt32()));
        Assert.Equal("""{"publisher":"某出版社"}""", paper.GetProperty("extra").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("""{"nodes":[{"keyword":"德育"},{"keyword":"家校共育"}]}""", paper.GetProperty("keywords").GetRawText());
        var name = await gateway.Database.Owner.ScalarAsync<string>("select name from homeroom.teacher where teacher_id = $1", desk.Self);
        Assert.Equal(["1 外校人", $"2 {name}", "3 Colleague"], Names(paper));
        Assert.Equal(desk.SchoolId, paper.GetProperty("school").GetProperty("id").GetString());
        // Who did it stands in the audit log (V3).
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>(
            "select count(*) from history.audit_log where table_name = 'homeroom.paper' and operation = 'insert' and row_id = $1 and actor = (select account_id::text from access.account where user_name = $2)",
            $"{KeyOf(paper)}", Teacher));

        string? Text(string field) => paper.GetProperty(field).GetString();
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task All_that_is_wrong_is_told_at_once_with_its_place()
    {
        var input = desk.Paper(
            " ", ("issn", "12"), ("cn", "x"), ("doi", "none"), ("language", "Chinese!"), ("extra", "[]"), ("cslType", "Article"), ("keywords", new[] { new string('k', 101) }),
            ("authors", new object[]
            {
                new { name = " " }, new { teacherId = desk.TeacherId(desk.Self) }, new { teacherId = desk.TeacherId(desk.Self) }, new { teacherId = desk.TeacherId(long.MaxValue) },
                new { name = "A", externalId = "0000" },
            }));
        Assert.Equal(
            [
                "InvalidInputError INVALID_INPUT input.keywords",
                "NotFoundError NOT_FOUND input.authors.3.teacherId",
                "RuleBrokenError R1_AN_AUTHOR_HAS_A_NAME input.authors.0.name",
                "RuleBrokenError R1_AN_AUTHOR_HAS_A_NAME input.authors.3.name",
                "RuleBrokenError R1_AN_EXTERNAL_ID_NAMES_ITS_SCHEME input.authors.4.externalId",
                "RuleBrokenError R1_AN_ISSN_IS_WELL_FORMED input.issn",
                "RuleBrokenError R1_A_CN_IS_WELL_FORMED input.cn",
                "RuleBrokenError R1_A_CSL_TYPE_IS_A_WORD input.cslType",
                "RuleBrokenError R1_A_DOI_IS_WELL_FORMED input.doi",
                "RuleBrokenError R1_A_LANGUAGE_IS_A_TAG input.language",
                "RuleBrokenError R1_A_TEACHER_IS_NAMED_ONCE input.authors.2.teacherId",
                "RuleBrokenError R1_A_TITLE_HAS_LETTERS input.title",
                "RuleBrokenError R1_EXTRA_IS_AN_OBJECT input.extra",
            ],
            (await desk.RefusalsAsync(Teacher, "recordPaper", input)).Order(StringComparer.Ordinal));
        Assert.Equal(["RuleBrokenError R1_A_PAPER_HAS_A_FIRST_AUTHOR input.authors"], await desk.RefusalsAsync(Teacher, "recordPaper", desk.Paper("无作者", ("authors", Array.Empty<object>()))));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_keyword_is_given_once()
    {
        Assert.Equal(["RuleBrokenError R1_A_KEYWORD_IS_GIVEN_ONCE "], await desk.RefusalsAsync(Teacher, "recordPaper", desk.Paper("关键词两次", ("keywords", new[] { "家校 共育", "家校共育" }))));
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData(Teacher, "self", "done")]
    [InlineData(Teacher, "colleague", "NotAllowedError")]
    [InlineData(Teacher, "outsider", "NotAllowedError")]
    [InlineData(Office, "colleague", "done")]
    [InlineData(Office, "outsider", "RuleBrokenError")]
    [InlineData(PaperDesk.Principal, "self", "NotAllowedError")]
    [InlineData(PaperDesk.Officer, "self", "NotAllowedError")]
    [InlineData("academic-affairs", "self", "NotAllowedError")]
    public async Task Teachers_record_the_own_papers_and_the_office_those_of_the_school(string user, string author, string outcome)
    {
        object named = author switch
        {
            "self" => new { teacherId = desk.TeacherId(desk.Self) },
            "colleague" => new { teacherId = desk.TeacherId(desk.Colleagues[0]) },
            _ => new { name = "外校人" },
        };
        var payload = await desk.RunAsync(user, "recordPaper", desk.Paper($"谁登记 {user} {author}", ("authors", new[] { named })));
        var errors = payload.GetProperty("errors");
        Assert.Equal(outcome, errors.GetArrayLength() == 0 ? "done" : errors[0].GetProperty("__typename").GetString());
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("doi", "R1_ONE_PAPER_A_DOI input.doi")]
    [InlineData("title", "R1_ONE_PAPER_A_TITLE_AND_FIRST_AUTHOR input.title")]
    public async Task Of_fifty_duplicates_at_once_one_is_recorded_and_the_others_are_pointed_to_it(string by, string refusal)
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(async n =>
        {
            var input = by == "doi"
                ? desk.Paper($"同一 DOI {n}", ("doi", n % 2 == 0 ? "10.1000/race" : "https://doi.org/10.1000/RACE"))
                : desk.Paper(n % 2 == 0 ? "同题同作者的论文" : "同题 同作者的“论文”");
            return await desk.RunAsync(Teacher, "recordPaper", input);
        }));

        var recorded = Assert.Single(outcomes, outcome => outcome.GetProperty("errors").GetArrayLength() == 0).GetProperty("paper");
        var refused = outcomes.Where(outcome => outcome.GetProperty("errors").GetArrayLength() > 0).Select(outcome => outcome.GetProperty("errors")[0]).ToList();
        Assert.Equal(Many - 1, refused.Count);
        Assert.All(refused, error =>
        {
            Assert.Equal($"DuplicatePaperError {refusal} R1", $"{error.GetProperty("__typename").GetString()} {error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray())} {error.GetProperty("rule").GetString()}");
            Assert.Equal(recorded.GetProperty("id").GetString(), error.GetProperty("paper").GetProperty("id").GetString());
            Assert.Equal(recorded.GetProperty("title").GetString(), error.GetProperty("paper").GetProperty("title").GetString());
        });
    }

    /// <summary>Two that write at one moment must not wait for each other: such a deadlock comes once in a few hundred, so there are a thousand.</summary>
    [Fact]
    [Trait("Rule", "R1")]
    public async Task Duplicates_at_one_moment_do_not_block_each_other()
    {
        for (var round = 0; round < 20; round++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => desk.RunAsync(Teacher, "recordPaper", desk.Paper($"同时登记 {round}"))));
            Assert.Single(outcomes, outcome => outcome.GetProperty("errors").GetArrayLength() == 0);
        }
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task The_other_is_not_shown_to_whoever_may_not_see_it()
    {
        await desk.RecordAsync(Office, desk.Paper("他人的论文", ("doi", "10.1000/others"), ("authors", new[] { new { teacherId = desk.TeacherId(desk.Colleagues[0]) } })));

        var error = (await desk.RunAsync(Teacher, "recordPaper", desk.Paper("自己的论文", ("doi", "10.1000/others")))).GetProperty("errors")[0];

        Assert.Equal("R1_ONE_PAPER_A_DOI", error.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, error.GetProperty("paper").ValueKind);
        Assert.DoesNotContain("他人", error.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_change_keeps_what_is_left_out_and_clears_what_is_null()
    {
        var outsider = new { name = "外校人", affiliation = "某大学" };
        var self = new { teacherId = desk.TeacherId(desk.Self) };
        var id = await desk.RecordAsync(Teacher, desk.Paper("改前", ("venue", "刊"), ("doi", "10.1000/change"), ("keywords", new[] { "甲", "乙" }), ("authors", new object[] { self, outsider })));
        var before = (await desk.AskAsync(Teacher, "query($id: ID!) { paper(id: $id) { authors { nodes { id name position } } } }", new { id })).GetProperty("paper").GetProperty("authors").GetProperty("nodes");

        var paper = (await desk.RunAsync(Teacher, "changePaper", new { paperId = id, expectedVersion = 1, title = "改后", doi = (string?)null, keywords = new[] { "乙" }, authors = new object[] { outsider, self } })).GetProperty("paper");

        Assert.Equal(("改后", "刊", null, "外校人", 2), (
            paper.GetProperty("title").GetString(), paper.GetProperty("venue").GetString(), paper.GetProperty("doi").GetString(), paper.GetProperty("firstAuthor").GetString(), paper.GetProperty("version").GetInt32()));
        Assert.Equal("""{"nodes":[{"keyword":"乙"}]}""", paper.GetProperty("keywords").GetRawText());
        // Who stays among the authors keeps the id.
        var after = paper.GetProperty("authors").GetProperty("nodes");
        Assert.Equal([before[1].GetProperty("id").GetString(), before[0].GetProperty("id").GetString()], after.EnumerateArray().Select(author => author.GetProperty("id").GetString()));
        Assert.Equal("某大学", after[0].GetProperty("affiliation").GetString());
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_change_to_a_duplicate_is_refused_and_one_past_it_is_not()
    {
        var (self, other) = (new { teacherId = desk.TeacherId(desk.Self) }, new { name = "外校人" });
        var first = await desk.RecordAsync(Teacher, desk.Paper("甲题"));
        var second = await desk.RecordAsync(Teacher, desk.Paper("乙题", ("authors", new object[] { other, self })));

        var error = (await desk.RunAsync(Teacher, "changePaper", new { paperId = second, title = "甲 题", authors = new object[] { self, other } })).GetProperty("errors")[0];
        Assert.Equal(("R1_ONE_PAPER_A_TITLE_AND_FIRST_AUTHOR", first), (error.GetProperty("code").GetString(), error.GetProperty("paper").GetProperty("id").GetString()));

        // Title and first author change together: neither alone is a duplicate, though each is halfway one.
        var third = await desk.RecordAsync(Teacher, desk.Paper("乙题"));
        Assert.Empty(await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = second, title = "丙题" }));
        Assert.Empty(await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = third, title = "丙题", authors = new object[] { self, other } }));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task An_author_stays_among_the_authors_and_others_change_nothing()
    {
        var id = await desk.RecordAsync(Teacher, desk.Paper("谁能改"));
        var colleague = new[] { new { teacherId = desk.TeacherId(desk.Colleagues[0]) } };
        Assert.Equal(["NotAllowedError NOT_ALLOWED input.authors"], await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = id, authors = colleague }));
        Assert.Equal(["NotAllowedError NOT_ALLOWED input.authors"], await desk.RefusalsAsync(PaperDesk.Principal, "changePaper", new { paperId = id, title = "T" }));
        Assert.Equal(["NotFoundError NOT_FOUND input.paperId"], await desk.RefusalsAsync("grade-head", "changePaper", new { paperId = id, title = "T" }));
        Assert.Equal(["NotFoundError NOT_FOUND input.paperId"], await desk.RefusalsAsync("grade-head", "removePaper", new { paperId = id }));
        Assert.Empty(await desk.RefusalsAsync(Office, "changePaper", new { paperId = id, authors = colleague }));
        // No longer an author: no longer seen.
        Assert.Equal(["NotFoundError NOT_FOUND input.paperId"], await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = id, title = "T" }));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Of_fifty_changes_of_one_version_one_is_done()
    {
        var id = await desk.RecordAsync(Teacher, desk.Paper("一个版本"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => desk.RunAsync(Teacher, "changePaper", new { paperId = id, expectedVersion = 1, venue = $"刊 {n}" })));
        Assert.Single(outcomes, outcome => outcome.GetProperty("errors").GetArrayLength() == 0);
        Assert.Equal(Many - 1, outcomes.Count(outcome => outcome.GetProperty("errors").EnumerateArray().SingleOrDefault() is { ValueKind: JsonValueKind.Object } error && error.GetProperty("code").GetString() == "VERSION_CONFLICT" && error.GetProperty("actualVersion").GetInt32() == 2));
    }

    [Fact]
    public async Task Under_one_key_a_paper_is_recorded_once()
    {
        var input = desk.Paper("一次", ("idempotencyKey", "once"));
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.RecordAsync(Teacher, input)));
        Assert.Single(ids.Distinct());
        Assert.Equal(["IdempotencyKeyReusedError IDEMPOTENCY_KEY_REUSED input.idempotencyKey"], await desk.RefusalsAsync(Teacher, "recordPaper", desk.Paper("另一次", ("idempotencyKey", "once"))));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_removed_paper_stays_in_the_audit_log()
    {
        var id = await desk.RecordAsync(Teacher, desk.Paper("误登", ("keywords", new[] { "甲" })));
        Assert.Equal(["VersionConflictError VERSION_CONFLICT input.expectedVersion"], await desk.RefusalsAsync(Teacher, "removePaper", new { paperId = id, expectedVersion = 9 }));
        var payload = await desk.RunAsync(Teacher, "removePaper", new { paperId = id, expectedVersion = 1 });
        Assert.Equal("""{"paper":null,"errors":[]}""", payload.GetRawText());
        Assert.Equal(["NotFoundError NOT_FOUND input.paperId"], await desk.RefusalsAsync(Teacher, "removePaper", new { paperId = id }));
        var removed = await gateway.Database.Owner.ColumnAsync<string>(
            "select table_name from history.audit_log where operation = 'delete' and before ->> 'paper_id' = $1 order by 1", $"{GlobalKey(id)}");
        Assert.Equal(["homeroom.paper", "homeroom.paper_author", "homeroom.paper_keyword"], removed);
    }

    [Theory]
    [Trait("Rule", "R3")]
    [InlineData("award")]
    [InlineData("nomination")]
    public async Task What_an_award_or_a_nomination_names_stays_and_is_changed_by_the_office(string named)
    {
        var id = await desk.RecordAsync(Teacher, desk.Paper($"获奖 {named}"));
        await gateway.Database.Writer.ExecuteAsync(named == "award"
            ? """
              insert into homeroom.award (district_id, school_id, source, paper_id, teacher_id, name, kind, level, grade, title, issuer, granted_on)
              values ($1, $2, 'outside', $3, $4, 'N', 'excellent_paper', 'county', 'first', 'T', 'I', '2026-10-20')
              """
            : """
              with round as (
                  insert into homeroom.award_round (district_id, school_id, kind, level, school_year_id, name, state)
                  select $1, $2, 'excellent_paper', 'school', school_year_id, 'R', 'nominating' from homeroom.school_year where district_id = $1 order by starts_on desc limit 1
                  returning award_round_id)
              insert into homeroom.award_nomination (district_id, award_round_id, school_id, kind, paper_id, teacher_id, name, statement, nominated_by, nominated_on)
              select $1, award_round_id, $2, 'excellent_paper', $3, $4, 'N', 'S', 'B', '2026-10-20' from round
              """, desk.District, desk.School, GlobalKey(id), desk.Self);
        Assert.Equal(["RuleBrokenError R3_A_NOMINATED_PAPER_STAYS input.paperId"], await desk.RefusalsAsync(Office, "removePaper", new { paperId = id }));
        Assert.Equal(["RuleBrokenError R3_A_NOMINATED_PAPER_STAYS input.paperId"], await desk.RefusalsAsync(Teacher, "removePaper", new { paperId = id }));
        Assert.Equal(["RuleBrokenError R3_A_NOMINATED_PAPER_IS_CHANGED_BY_THE_OFFICE input.paperId"], await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = id, title = "T" }));
        Assert.Empty(await desk.RefusalsAsync(Office, "changePaper", new { paperId = id, venue = "刊" }));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task The_project_is_one_of_an_author()
    {
        var projects = new ProjectsInStates(gateway);
        var own = await projects.MakeAsync("running", "论文的课题");
        var id = await desk.RecordAsync(Teacher, desk.Paper("课题论文", ("projectId", own.Id)));
        Assert.Equal(own.Id, (await desk.AskAsync(Teacher, "query($id: ID!) { paper(id: $id) { project { id } } }", new { id })).GetProperty("paper").GetProperty("project").GetProperty("id").GetString());
        var foreign = projects.IdOf("ResearchProject", await projects.Records.DraftAsync(desk.Colleagues[1], "county", "他人的草稿"));
        Assert.Equal(["NotFoundError NOT_FOUND input.projectId"], await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = id, projectId = foreign }));
        Assert.Equal(["NotFoundError NOT_FOUND input.projectId"], await desk.RefusalsAsync(Office, "changePaper", new { paperId = id, projectId = foreign }));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task The_file_is_one_that_the_caller_uploaded()
    {
        var projects = new ProjectsInStates(gateway);
        await projects.MakeAsync("draft", "只为取文件");
        var (own, foreign) = (await projects.DocumentOfAsync(Teacher), await projects.DocumentOfAsync(PaperDesk.Principal));
        var id = await desk.RecordAsync(Teacher, desk.Paper("有文件", ("documentId", own)));
        Assert.Equal(["NotFoundError NOT_FOUND input.documentId"], await desk.RefusalsAsync(Teacher, "changePaper", new { paperId = id, documentId = foreign }));
        // The office changes the paper and leaves the file, which somebody else uploaded, in its place.
        Assert.Empty(await desk.RefusalsAsync(Office, "changePaper", new { paperId = id, documentId = own, title = "有文件（改）" }));
    }

    private static long GlobalKey(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key.Id!.Value : throw new ArgumentException(id);

    private static long KeyOf(JsonElement paper) => GlobalKey(paper.GetProperty("id").GetString()!);

    private static IEnumerable<string> Names(JsonElement paper) =>
        paper.GetProperty("authors").GetProperty("nodes").EnumerateArray().Select(author => $"{author.GetProperty("position").GetInt32()} {author.GetProperty("name").GetString()}");
}
