using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Papers;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>Plans and summaries of semesters, and the archive whose parts they are.</summary>
[Trait("Rule", "V1")]
public sealed class SemesterReportTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>, IAsyncLifetime
{
    private const string Write = """
        mutation($input: WriteSemesterReportInput!) { writeSemesterReport(input: $input) {
          semesterReport { id kind content version writtenOn school { id } document { id } }
          errors { __typename ... on Error { code path } ... on VersionConflictError { actualVersion } } } }
        """;

    private PaperDesk desk = null!;
    private string semester = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await PaperDesk.OpenAsync(gateway);
        semester = desk.IdOf("Semester", await gateway.Database.Owner.ScalarAsync<long>(
            "select semester_id from homeroom.semester where district_id = $1 and starts_on <= '2026-11-16' and ends_on > '2026-11-16'", desk.District));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_teacher_writes_the_own_plan_and_it_is_in_the_archive()
    {
        var teacher = await HomeroomTeacherAsync();
        Assert.Contains("PLAN", await MissingAsync(teacher));
        var written = await WriteAsync("moral-office", Input(teacher, "PLAN", "先立规矩。"));
        Assert.Equal(("PLAN", "先立规矩。", 1, desk.SchoolId), (
            written.GetProperty("kind").GetString(), written.GetProperty("content").GetString(), written.GetProperty("version").GetInt32(), written.GetProperty("school").GetProperty("id").GetString()));
        var missing = await MissingAsync(teacher);
        Assert.DoesNotContain("PLAN", missing);
        Assert.Contains("SUMMARY", missing);
    }

    [Fact]
    public async Task What_is_left_out_stays_and_a_version_that_was_not_read_is_refused()
    {
        var self = desk.Self;
        await WriteAsync(PaperDesk.Teacher, Input(self, "SUMMARY", "初稿"));
        Assert.Equal(["VersionConflictError VERSION_CONFLICT input.expectedVersion 1"], await RefusalsAsync(PaperDesk.Teacher, Input(self, "SUMMARY", "改", ("expectedVersion", 0))));
        var again = await WriteAsync(PaperDesk.Teacher, Input(self, "SUMMARY", "定稿", ("expectedVersion", 1)));
        Assert.Equal(("定稿", 2), (again.GetProperty("content").GetString(), again.GetProperty("version").GetInt32()));
        Assert.Equal(["RuleBrokenError V1_A_REPORT_IS_A_TEXT_OR_A_DOCUMENT "], await RefusalsAsync(PaperDesk.Teacher, Input(self, "SUMMARY", null)));
        var left = await WriteAsync(PaperDesk.Teacher, new() { ["teacherId"] = desk.TeacherId(self), ["semesterId"] = semester, ["kind"] = "SUMMARY" });
        Assert.Equal("定稿", left.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Others_write_none_and_who_sees_nothing_is_told_nothing()
    {
        var colleague = desk.Colleagues[0];
        Assert.Equal(["NotAllowedError NOT_ALLOWED "], await RefusalsAsync(PaperDesk.Teacher, Input(colleague, "PLAN", "替写")));
        var elsewhere = await gateway.Database.Owner.ScalarAsync<long>(
            "select min(teacher_id) from homeroom.employment where district_id = $1 and school_id <> $2 and teacher_id not in (select teacher_id from homeroom.employment where school_id = $2)", desk.District, desk.School);
        Assert.Equal(["NotFoundError NOT_FOUND input.teacherId"], await RefusalsAsync("moral-office", Input(elsewhere, "PLAN", "替写")));
        Assert.Equal(["NotFoundError NOT_FOUND input.documentId"], await RefusalsAsync(PaperDesk.Teacher, Input(desk.Self, "PLAN", null, ("documentId", desk.IdOf("Document", 999999)))));
    }

    [Fact]
    public async Task Of_many_who_write_at_once_one_begins_and_none_is_lost_silently()
    {
        var teacher = (await HomeroomTeachersAsync())[1];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => RunAsync("moral-office", Input(teacher, "PLAN", $"第{n}稿", ("expectedVersion", 0)))));
        Assert.Single(outcomes, outcome => outcome.GetProperty("errors").GetArrayLength() == 0);
        Assert.All(outcomes.Where(outcome => outcome.GetProperty("errors").GetArrayLength() > 0), outcome => Assert.Contains(
            outcome.GetProperty("errors")[0].GetProperty("code").GetString(), new[] { "VERSION_CONFLICT", "V1_ONE_REPORT_OF_A_KIND_A_SEMESTER" }));
    }

    [Fact]
    [Trait("Rule", "D12")]
    public async Task The_figure_of_the_school_is_the_sum_of_the_archives_and_each_names_what_is_missing()
    {
        const string query = """
            query($semester: ID!, $school: ID!) {
              archiveFigures(where: { semester: { id: { eq: $semester } }, school: { id: { eq: $school } }, grade: { eq: null } }) { nodes { teacherCount numerator denominator planCount summaryCount } }
              teacherArchives(first: 100, where: { semester: { id: { eq: $semester } }, school: { id: { eq: $school } } }) {
                nodes { presentCount expectedCount completeness hasPlan hasSummary missingParts { part } teacher { id } } pageInfo { hasNextPage } } }
            """;
        var data = await desk.AskAsync("moral-office", query, new { semester, school = desk.SchoolId });
        var figure = data.GetProperty("archiveFigures").GetProperty("nodes")[0];
        var archives = data.GetProperty("teacherArchives").GetProperty("nodes").EnumerateArray().ToList();
        Assert.False(data.GetProperty("teacherArchives").GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.NotEmpty(archives);
        Assert.Equal(
            [figure.GetProperty("teacherCount").GetInt32(), figure.GetProperty("numerator").GetInt32(), figure.GetProperty("denominator").GetInt32(), figure.GetProperty("planCount").GetInt32()],
            [archives.Count, archives.Sum(a => a.GetProperty("presentCount").GetInt32()), archives.Sum(a => a.GetProperty("expectedCount").GetInt32()), archives.Count(a => a.GetProperty("hasPlan").GetBoolean())]);
        Assert.All(archives, a => Assert.Equal(a.GetProperty("expectedCount").GetInt32() - a.GetProperty("presentCount").GetInt32(), a.GetProperty("missingParts").GetArrayLength()));
    }

    [Fact]
    public async Task A_teacher_sees_the_own_archive_only()
    {
        var data = await desk.AskAsync(PaperDesk.Teacher, "{ teacherArchives(first: 100) { nodes { teacher { id } } } semesterReports(first: 100) { nodes { teacher { id } } } }");
        foreach (var list in new[] { "teacherArchives", "semesterReports" })
            Assert.All(data.GetProperty(list).GetProperty("nodes").EnumerateArray(), row => Assert.Equal(desk.TeacherId(desk.Self), row.GetProperty("teacher").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_guide_s_question_is_answered()
    {
        var question = Assert.Single(Docs.DocSnippets.Of("teacher-archives.md").In("graphql"));
        var archives = (await desk.AskAsync("moral-office", question, new { school = desk.SchoolId })).GetProperty("teacherArchives").GetProperty("nodes");
        Assert.NotEqual(0, archives.GetArrayLength());
        Assert.All(archives.EnumerateArray(), archive => Assert.Contains("PLAN", archive.GetProperty("missingParts").GetRawText(), StringComparison.Ordinal));
    }

    private Dictionary<string, object?> Input(long teacher, string kind, string? content, params (string Field, object? Value)[] more)
    {
        var input = new Dictionary<string, object?> { ["teacherId"] = desk.TeacherId(teacher), ["semesterId"] = semester, ["kind"] = kind, ["content"] = content };
        foreach (var (field, value) in more) input[field] = value;
        return input;
    }

    private async Task<JsonElement> RunAsync(string user, Dictionary<string, object?> input) => (await desk.AskAsync(user, Write, new { input })).GetProperty("writeSemesterReport");

    private async Task<JsonElement> WriteAsync(string user, Dictionary<string, object?> input)
    {
        var payload = await RunAsync(user, input);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("semesterReport");
    }

    private async Task<List<string>> RefusalsAsync(string user, Dictionary<string, object?> input) =>
        [.. (await RunAsync(user, input)).GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("__typename").GetString()} {error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray())}"
            + (error.TryGetProperty("actualVersion", out var actual) ? $" {actual}" : ""))];

    private async Task<List<string>> MissingAsync(long teacher)
    {
        var data = await desk.AskAsync("moral-office", "query($id: ID!, $semester: ID!) { teacher(id: $id) { archives(where: { semester: { id: { eq: $semester } } }) { nodes { missingParts { part } } } } }",
            new { id = desk.TeacherId(teacher), semester });
        return [.. data.GetProperty("teacher").GetProperty("archives").GetProperty("nodes")[0].GetProperty("missingParts").EnumerateArray().Select(part => part.GetProperty("part").GetString()!)];
    }

    private async Task<long> HomeroomTeacherAsync() => (await HomeroomTeachersAsync())[0];

    private Task<List<long>> HomeroomTeachersAsync() => gateway.Database.Owner.ColumnAsync<long>(
        "select distinct teacher_id from homeroom.appointment where school_id = $1 and state = 'active' and kind = 'homeroom' and starts_on <= '2026-11-16' and (ends_on is null or ends_on > '2026-11-16') and teacher_id <> $2 order by 1", desk.School, desk.Self);
}
