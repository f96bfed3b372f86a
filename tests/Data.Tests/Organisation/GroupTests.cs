using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Organisation;

/// <summary>Research groups, offices and grade teams, with one head each at a time.</summary>
[Trait("Rule", "O1")]
public sealed class GroupTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    public async Task A_school_has_one_group_a_subject_and_one_central_group()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var subject = await SubjectAsync(d);
        await AddGroupAsync(d, subject);
        await Writer.RefusedByAsync("o1_one_group_a_subject_and_school", GroupSql, d.Id, d.School, "subject", subject);
        await AddGroupAsync(d, null);
        await Writer.RefusedByAsync("o1_one_central_group_a_school", GroupSql, d.Id, d.School, "central", DBNull.Value);
        await Writer.RefusedByAsync("o1_a_subject_group_names_its_subject", GroupSql, d.Id, d.School, "subject", DBNull.Value);
        await Writer.ExecuteAsync("update homeroom.research_group set closed_on = '2026-10-01' where district_id = $1", d.Id);
        await AddGroupAsync(d, subject);
    }

    [Fact]
    public async Task A_group_has_one_head_at_a_time_and_a_teacher_one_post_in_it()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var group = await AddGroupAsync(d, await SubjectAsync(d));
        await Writer.ExecuteAsync(MemberSql, d.Id, d.School, group, d.Teachers[0], "head", "2026-09-01", "2027-03-01");
        await Writer.RefusedByAsync(
            "o1_one_head_of_a_group_at_a_time", MemberSql, d.Id, d.School, group, d.Teachers[1], "head", "2027-02-28", "2027-09-01");
        await Writer.ExecuteAsync(MemberSql, d.Id, d.School, group, d.Teachers[1], "head", "2027-03-01", "2027-09-01");
        await Writer.ExecuteAsync(MemberSql, d.Id, d.School, group, d.Teachers[0], "member", "2027-03-01", "2027-09-01");
        await Writer.RefusedByAsync(
            "o1_one_membership_of_a_teacher_at_a_time", MemberSql, d.Id, d.School, group, d.Teachers[1], "member", "2027-04-01", "2027-05-01");
        await Writer.RefusedByAsync(
            "o1_membership_ends_after_it_starts", MemberSql, d.Id, d.School, group, d.Teachers[2], "member", "2027-04-01", "2027-04-01");
    }

    [Fact]
    public async Task Of_two_heads_named_at_the_same_time_one_is_refused()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var group = await AddGroupAsync(d, await SubjectAsync(d));
        var attempts = d.Teachers.Select(teacher => Record.ExceptionAsync(
            () => Writer.ExecuteAsync(MemberSql, d.Id, d.School, group, teacher, "head", "2026-09-01", "2027-09-01")).AsTask());
        Assert.Equal(2, (await Task.WhenAll(attempts)).Count(e => e is PostgresException));
    }

    [Fact]
    [Trait("Rule", "O2")]
    public async Task A_school_has_one_office_a_kind_with_one_head_at_a_time()
    {
        const string OfficeSql = "insert into homeroom.office (district_id, school_id, kind, name) values ($1, $2, $3, $4) returning office_id";
        const string StaffSql = """
            insert into homeroom.office_staff (district_id, school_id, office_id, teacher_id, name, post, starts_on)
            values ($1, $2, $3, $4, 'N', $5, '2026-09-01')
            """;
        var d = await SmallDistrict.CreateAsync(Writer);
        var office = await Writer.ScalarAsync<long>(OfficeSql, d.Id, d.School, "research", "教科室");
        await Writer.RefusedByAsync("o1_one_office_a_kind_and_school", OfficeSql, d.Id, d.School, "research", "教科室二");
        await Writer.ExecuteAsync(OfficeSql, d.Id, d.School, "other", "工会");
        await Writer.ExecuteAsync(OfficeSql, d.Id, d.School, "other", "团委");
        await Writer.RefusedByAsync("o1_one_office_a_name_and_school", OfficeSql, d.Id, d.School, "other", "团委");
        await Writer.ExecuteAsync(StaffSql, d.Id, d.School, office, d.Teachers[0], "head");
        await Writer.RefusedByAsync("o1_one_head_of_an_office_at_a_time", StaffSql, d.Id, d.School, office, d.Teachers[1], "head");
        await Writer.ExecuteAsync(StaffSql, d.Id, d.School, office, d.Teachers[1], "deputy");
        await Writer.RefusedByAsync("o1_one_post_of_a_teacher_in_an_office_at_a_time", StaffSql, d.Id, d.School, office, d.Teachers[0], "staff");
    }

    [Fact]
    [Trait("Rule", "O3")]
    public async Task A_grade_has_one_team_a_year_with_one_head_at_a_time()
    {
        const string TeamSql = """
            insert into homeroom.grade_team (district_id, school_id, school_year_id, grade, name) values ($1, $2, $3, 1, 'G') returning grade_team_id
            """;
        const string HeadSql = """
            insert into homeroom.grade_team_head (district_id, school_id, grade_team_id, teacher_id, name, starts_on, ends_on)
            values ($1, $2, $3, $4, 'N', $5::text::date, null)
            """;
        var d = await SmallDistrict.CreateAsync(Writer);
        var team = await Writer.ScalarAsync<long>(TeamSql, d.Id, d.School, d.SchoolYear);
        await Writer.RefusedByAsync("o1_one_team_a_grade_and_year", TeamSql, d.Id, d.School, d.SchoolYear);
        await Writer.ExecuteAsync(HeadSql, d.Id, d.School, team, d.Teachers[0], "2026-09-01");
        await Writer.RefusedByAsync("o1_one_head_of_a_grade_at_a_time", HeadSql, d.Id, d.School, team, d.Teachers[1], "2027-01-01");
    }

    private const string GroupSql = """
        insert into homeroom.research_group (district_id, school_id, kind, subject_id, name) values ($1, $2, $3, $4::bigint, 'G') returning research_group_id
        """;

    private const string MemberSql = """
        insert into homeroom.research_group_member (district_id, school_id, research_group_id, teacher_id, name, post, starts_on, ends_on)
        values ($1, $2, $3, $4, 'N', $5, $6::text::date, $7::text::date)
        """;

    private Task<long> SubjectAsync(SmallDistrict d) => Writer.ScalarAsync<long>(
        "insert into homeroom.subject (district_id, code, name) values ($1, 'C', '语文') returning subject_id", d.Id);

    private Task<long> AddGroupAsync(SmallDistrict d, long? subject) => Writer.ScalarAsync<long>(
        GroupSql, d.Id, d.School, subject is null ? "central" : "subject", (object?)subject ?? DBNull.Value);
}
