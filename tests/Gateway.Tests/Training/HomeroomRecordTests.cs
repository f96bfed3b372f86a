using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Training;

/// <summary>What each role sees of screenings, training and mentorships, and the figures worked out from them.</summary>
public sealed class HomeroomRecordTests(HomeroomRecords records) : IClassFixture<HomeroomRecords>
{
    private const string Whole = "mate self far";

    /// <summary>The records of the three teachers, list by list, for each account: whose it sees.</summary>
    public static TheoryData<string, string, string> Seen => new()
    {
        { "analyst-370403", Whole, "school district" },
        { "moral-officer-370403", Whole, "school district" },
        { "principal", Whole, "school district" },
        { "leading-group", Whole, "school district" },
        { "moral-office", Whole, "school district" },
        { "grade-head", "of grade 3", "school district" },
        { "teacher", "self", "school district" },
        { "research-office", "", "school district" },
        { "academic-affairs", "", "school district" },
        { "auditor", "", "" },
        { "platform-admin", "", "" },
        { "analyst-371723", "", "" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task Each_role_sees_the_records_it_should(string user, string teachers, string organisers)
    {
        var whose = teachers switch
        {
            "" => [],
            "of grade 3" => await OfGradeAsync(),
            _ => teachers.Split(' '),
        };
        var data = await records.Demo.DataAsync(user, """
            {
              trainingAttendances(first: 50) { nodes { session { topic } teacher { id } reflection } }
              studyNotes { nodes { title } } certificates { nodes { number } } backboneDesignations { nodes { field } }
              screenings { nodes { remark } } improvementNotices { nodes { reason } }
              trainingSessions { nodes { topic } } trainingProgrammes { nodes { name } } trainingModules { totalCount }
              moduleTests { totalCount } educationCredits { totalCount }
            }
            """);
        AssertSame(whose, Texts(data, "studyNotes", "title"));
        AssertSame(whose, Texts(data, "certificates", "number"));
        AssertSame(whose, Texts(data, "backboneDesignations", "field"));
        Assert.Equal(whose.Length * 2, data.GetProperty("trainingAttendances").GetProperty("nodes").GetArrayLength());
        Assert.Equal(whose.Length, data.GetProperty("moduleTests").GetProperty("totalCount").GetInt32());
        Assert.Equal(whose.Length, data.GetProperty("educationCredits").GetProperty("totalCount").GetInt32());

        // A grade head reads no screening and no notice.
        var appointed = user == "grade-head" ? [] : whose;
        AssertSame(appointed, Texts(data, "screenings", "remark"));
        AssertSame(appointed, Texts(data, "improvementNotices", "reason"));

        var all = organisers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        AssertSame(all, Texts(data, "trainingSessions", "topic"));
        AssertSame(all, Texts(data, "trainingProgrammes", "name"));
        Assert.Equal(all.Length, data.GetProperty("trainingModules").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("principal", "all far mate self")]
    [InlineData("moral-office", "all far mate self")]
    [InlineData("teacher", "all self")]
    [InlineData("research-office", "")]
    [Trait("Rule", "T6")]
    public async Task A_teacher_sees_the_own_class_meetings_and_those_to_which_called(string user, string topics)
    {
        var data = await records.Demo.DataAsync(user, "{ meetings { nodes { topic } } }");
        AssertSame(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries), Texts(data, "meetings", "topic"));
    }

    [Theory]
    [InlineData("analyst-370403", true)]
    [InlineData("moral-office", true)]
    [InlineData("teacher", true)] // the mentee
    [InlineData("research-office", false)]
    [InlineData("auditor", false)]
    [InlineData("analyst-371723", false)]
    [Trait("Rule", "M3")]
    public async Task A_pair_its_log_and_its_reports_are_seen_by_the_two_and_the_office(string user, bool sees)
    {
        var data = await records.Demo.DataAsync(user, """
            { mentorships { nodes { goals missingReportCount unacknowledgedReportCount activityCount isRunning earlier: isRunning(on: "2026-08-31")
                later: missingReportCount(on: "2027-01-01") } }
              mentorshipReports { nodes { content } } mentorshipActivities { nodes { content } } }
            """);
        Assert.Equal(
            sees
                ? """{"mentorships":{"nodes":[{"goals":"Z-self","missingReportCount":1,"unacknowledgedReportCount":1,"activityCount":1,"isRunning":true,"earlier":false,"later":3}]},"mentorshipReports":{"nodes":[{"content":"Z-report"}]},"mentorshipActivities":{"nodes":[{"content":"Z-activity"}]}}"""
                : """{"mentorships":{"nodes":[]},"mentorshipReports":{"nodes":[]},"mentorshipActivities":{"nodes":[]}}""",
            data.GetRawText());
    }

    [Fact, Trait("Rule", "T2")]
    public async Task Hours_are_counted_from_attended_sessions_in_the_school_year()
    {
        // Both sessions; the site visit counts for who has written a reflection.
        Assert.Equal("""{"trainingHours":27.5,"hasTrainingHours":false,"before":0,"educationHours":36}""", await OfTeacherAsync(
            "self", "moral-office", """trainingHours hasTrainingHours before: trainingHours(on: "2026-08-31") educationHours"""));
        Assert.Equal("""{"trainingHours":24.0}""", (await OfTeacherAsync("far", "moral-office", "trainingHours")).Replace(":24}", ":24.0}", StringComparison.Ordinal));
        var data = await records.Demo.DataAsync("moral-office", "{ teachers(where: {trainingHours: {gt: 25}}, order: [{trainingHours: DESC}]) { totalCount } }");
        Assert.Equal(2, data.GetProperty("teachers").GetProperty("totalCount").GetInt32());
    }

    [Fact, Trait("Rule", "T5")]
    public async Task A_certificate_holds_until_it_expires()
    {
        Assert.Equal("""{"hasValidCertificate":true}""", await OfTeacherAsync("self", "moral-office", "hasValidCertificate"));
        Assert.Equal("""{"hasValidCertificate":false,"then":true}""",
            await OfTeacherAsync("mate", "moral-office", """hasValidCertificate then: hasValidCertificate(on: "2026-06-30")"""));
        var data = await records.Demo.DataAsync("principal", """{ certificateByNumber(number: "Z-self") { number isValid } nobody: certificateByNumber(number: "Z-nobody") { number } }""");
        Assert.Equal("""{"certificateByNumber":{"number":"Z-self","isValid":true},"nobody":null}""", data.GetRawText());
        data = await records.Demo.DataAsync("analyst-371723", """{ certificateByNumber(number: "Z-self") { number } }""");
        Assert.Equal("""{"certificateByNumber":null}""", data.GetRawText());
    }

    [Fact, Trait("Rule", "M1")]
    public async Task Who_has_little_service_heads_a_class_and_has_no_mentor_is_a_gap()
    {
        const string Question = "isHomeroomTeacher needsMentor withoutMentorSince before: needsMentor(on: \"2026-08-31\")";
        Assert.Equal("""{"isHomeroomTeacher":true,"needsMentor":true,"withoutMentorSince":"2025-09-01","before":true}""", await OfTeacherAsync("mate", "moral-office", Question));
        Assert.Equal("""{"isHomeroomTeacher":true,"needsMentor":false,"withoutMentorSince":null,"before":true}""", await OfTeacherAsync("self", "moral-office", Question));
        Assert.Equal("""{"isHomeroomTeacher":true,"needsMentor":false,"withoutMentorSince":null,"before":false}""", await OfTeacherAsync("far", "moral-office", Question));

        var id = await records.Demo.Database.Owner.ScalarAsync<string>("select staff_number from homeroom.teacher join public.who using (teacher_id) where who = 'mate'");
        var data = await records.Demo.DataAsync(
            "moral-office", "query($n: String!) { teachers(where: {needsMentor: {eq: true}, staffNumber: {eq: $n}}) { totalCount } }", new { n = id });
        Assert.Equal(1, data.GetProperty("teachers").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Who_does_not_read_the_records_learns_nothing_from_the_figures() =>
        Assert.Equal(
            """{"trainingHours":null,"hasTrainingHours":null,"hasValidCertificate":null,"educationHours":null,"needsMentor":null,"withoutMentorSince":null}""",
            await OfTeacherAsync("mate", "research-office", "trainingHours hasTrainingHours hasValidCertificate educationHours needsMentor withoutMentorSince"));

    [Fact, Trait("Rule", "T4")]
    public async Task The_duty_to_pass_an_external_course_on_stays_open_until_the_schools_session()
    {
        const string Open = "{ trainingAttendances(where: {owesPassingOn: {eq: true}}) { nodes { session { topic } } } }";
        var data = await records.Demo.DataAsync("teacher", Open);
        AssertSame(["district"], data.GetProperty("trainingAttendances").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("session").GetProperty("topic").GetString()!));
        await records.Demo.Database.Writer.ExecuteAsync("""
            insert into homeroom.training_session (district_id, school_id, kind, topic, held_on, hours, state, passes_on_session_id)
            select c.district_id, w.school_id, 'salon', 'Passed on', '2026-10-30', 1, 'planned', c.training_session_id
            from homeroom.training_session c, public.who w where c.kind = 'external_course' and w.who = 'self'
            """);
        try
        {
            Assert.NotEmpty((await records.Demo.DataAsync("teacher", Open)).GetProperty("trainingAttendances").GetProperty("nodes").EnumerateArray());
            await records.Demo.Database.Writer.ExecuteAsync("update homeroom.training_session set state = 'held' where topic = 'Passed on'");
            Assert.Empty((await records.Demo.DataAsync("teacher", Open)).GetProperty("trainingAttendances").GetProperty("nodes").EnumerateArray());
        }
        finally
        {
            await records.Demo.Database.Writer.ExecuteAsync("delete from homeroom.training_session where topic = 'Passed on'");
        }
    }

    [Fact]
    public async Task A_foreign_id_and_a_missing_one_look_the_same()
    {
        var id = (await records.Demo.DataAsync("principal", "{ mentorships { nodes { id } } }"))
            .GetProperty("mentorships").GetProperty("nodes")[0].GetProperty("id").GetString();
        const string Question = "query($id: ID!) { mentorship(id: $id) { goals } node(id: $id) { id } }";
        Assert.Equal("""{"mentorship":null,"node":null}""", (await records.Demo.DataAsync("analyst-371723", Question, new { id })).GetRawText());
        Assert.Equal("""{"mentorship":null,"node":null}""", (await records.Demo.DataAsync("research-office", Question, new { id })).GetRawText());
    }

    /// <summary>Those of the three who have, or had, a class of grade 3.</summary>
    private async Task<string[]> OfGradeAsync() => [.. await records.Demo.Database.Owner.ColumnAsync<string>("""
        select who from public.who w where exists (
            select from homeroom.appointment a join homeroom.class c using (district_id, class_id)
            where a.teacher_id = w.teacher_id and a.school_id = w.school_id and c.grade = 3)
        """)];

    private async Task<string> OfTeacherAsync(string who, string user, string fields)
    {
        var number = await records.Demo.Database.Owner.ScalarAsync<string>(
            "select staff_number from homeroom.teacher join public.who using (teacher_id) where who = $1", who);
        var data = await records.Demo.DataAsync(user, $"query($n: String!) {{ teacherByStaffNumber(staffNumber: $n) {{ {fields} }} }}", new { n = number });
        return data.GetProperty("teacherByStaffNumber").GetRawText();
    }

    private static IEnumerable<string> Texts(JsonElement data, string list, string field) =>
        data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(field).GetString()!);

    private static void AssertSame(IEnumerable<string> whose, IEnumerable<string> texts) =>
        Assert.Equal(whose.Order(StringComparer.Ordinal), texts.Select(text => text.Replace("Z-", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
