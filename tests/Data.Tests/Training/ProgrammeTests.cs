using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Training;

public sealed class ProgrammeTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string OtherSchools = "t1_programme_of_the_school_or_the_district";

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact, Trait("Rule", "T1")]
    public async Task A_session_is_part_of_a_programme_of_its_school_or_of_the_district()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var other = await d.AddSchoolAsync(Writer);
        var ofSchool = await d.AddProgrammeAsync(Writer, d.School);
        var ofDistrict = await d.AddProgrammeAsync(Writer);
        await d.AddSessionAsync(Writer, d.School, programme: ofSchool);
        await d.AddSessionAsync(Writer, d.School, programme: ofDistrict);
        await d.AddSessionAsync(Writer, programme: ofDistrict);
        await d.SessionRefusedByAsync(Writer, OtherSchools, other, programme: ofSchool);
        await d.SessionRefusedByAsync(Writer, OtherSchools, programme: ofSchool); // the district's
        await Writer.RefusedByAsync(
            "a_programme_keeps_its_school", "update homeroom.training_programme set school_id = null where training_programme_id = $1", ofSchool);
    }

    [Fact, Trait("Rule", "T1")]
    public async Task A_sessions_module_is_of_its_programme()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var programme = await d.AddProgrammeAsync(Writer, d.School);
        var module = await d.AddModuleAsync(Writer, await d.AddProgrammeAsync(Writer));
        await d.AddSessionAsync(Writer, d.School, programme: programme);
        const string Assign = "update homeroom.training_session set training_module_id = $2, training_programme_id = $3 where district_id = $1";
        await Writer.RefusedByAsync("training_session_district_id_training_programme_id_trainin_fkey", Assign, d.Id, module, programme);
        await Writer.RefusedByAsync("t1_a_module_is_of_the_programme", Assign, d.Id, module, DBNull.Value);
        await Writer.RefusedByAsync(
            "a_module_keeps_its_programme",
            "update homeroom.training_module set training_programme_id = $2 where training_module_id = $1", module, programme);
    }

    [Fact, Trait("Rule", "T1")]
    public async Task A_programme_has_one_name_a_year_and_describes_another_group()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AddProgrammeAsync(Writer);
        var again = await Assert.ThrowsAsync<PostgresException>(() => d.AddProgrammeAsync(Writer));
        Assert.Equal("t1_one_programme_a_name_and_year", again.ConstraintName);
        await Writer.RefusedByAsync(
            "t1_another_group_is_described", "update homeroom.training_programme set target_group = 'other' where district_id = $1", d.Id);
    }

    [Fact, Trait("Rule", "T3")]
    public async Task A_test_keeps_the_pass_mark_it_was_taken_under()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var module = await d.AddModuleAsync(Writer, await d.AddProgrammeAsync(Writer), passMark: 60);
        await TestAsync(d, module, 1, 59);
        await TestAsync(d, module, 2, 60);
        await Writer.ExecuteAsync("update homeroom.training_module set pass_mark = 80 where training_module_id = $1", module);
        await Writer.ExecuteAsync("update homeroom.module_test set taken_on = '2026-11-02' where district_id = $1", d.Id);
        await TestAsync(d, module, 3, 79);
        Assert.Equal(
            ["1 false 60", "2 true 60", "3 false 80"],
            await Writer.ColumnAsync<string>(
                "select attempt || ' ' || passed || ' ' || pass_mark from homeroom.module_test where district_id = $1 order by attempt", d.Id));
        await Writer.RefusedByAsync("t3_one_test_an_attempt", TestSql, d.Id, d.School, d.Teachers[0], module, (short)3, 90);
    }

    [Fact, Trait("Rule", "T3")]
    public async Task A_module_without_a_pass_mark_has_no_test()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var module = await d.AddModuleAsync(Writer, await d.AddProgrammeAsync(Writer), passMark: null);
        await Writer.RefusedByAsync("t3_the_module_has_a_test", TestSql, d.Id, d.School, d.Teachers[0], module, (short)1, 90);
    }

    [Fact, Trait("Rule", "T3")]
    public async Task Notes_and_tests_are_on_modules_of_the_own_school_or_the_district()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var module = await d.AddModuleAsync(Writer, await d.AddProgrammeAsync(Writer, await d.AddSchoolAsync(Writer)));
        await Writer.RefusedByAsync(
            "t3_programme_of_the_school_or_the_district", TestSql, d.Id, d.School, d.Teachers[0], module, (short)1, 90);
        await Writer.RefusedByAsync("t3_programme_of_the_school_or_the_district", """
            insert into homeroom.study_note
                (district_id, school_id, teacher_id, training_programme_id, training_module_id, title, content, written_on)
            select $1, $2, $3, training_programme_id, training_module_id, 'N', 'N', '2026-11-01'
            from homeroom.training_module where training_module_id = $4
            """, d.Id, d.School, d.Teachers[0], module);
    }

    [Fact, Trait("Rule", "T4")]
    public async Task A_school_passes_on_an_external_course_of_before()
    {
        const string PassedOn = "t4_an_external_course_is_passed_on";
        var d = await SmallDistrict.CreateAsync(Writer);
        var course = await d.AddSessionAsync(Writer, kind: "external_course", day: "2026-10-10");
        var lecture = await d.AddSessionAsync(Writer, day: "2026-10-01");
        await d.SessionRefusedByAsync(Writer, PassedOn, d.School, day: "2026-10-20", passesOn: lecture);
        await d.SessionRefusedByAsync(Writer, PassedOn, d.School, day: "2026-10-09", passesOn: course);
        await d.SessionRefusedByAsync(Writer, "t4_a_school_passes_on", day: "2026-10-20", passesOn: course);
        await d.AddSessionAsync(Writer, d.School, day: "2026-10-20", passesOn: course);
        await d.AddSessionAsync(Writer, await d.AddSchoolAsync(Writer), day: "2026-10-25", passesOn: course);
        await Writer.RefusedByAsync(PassedOn, "update homeroom.training_session set kind = 'salon' where training_session_id = $1", course);
        await Writer.RefusedByAsync(PassedOn, "update homeroom.training_session set held_on = '2026-11-01' where training_session_id = $1", course);
    }

    [Fact, Trait("Rule", "T6")]
    public async Task A_class_has_one_class_meeting_a_day()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        const string Insert = """
            insert into homeroom.meeting (district_id, school_id, kind, class_id, topic, held_on, state)
            values ($1, $2, $3, $4, 'T', '2026-10-12', $5)
            """;
        await Writer.ExecuteAsync(Insert, d.Id, d.School, "class_meeting", d.Classes[0], "cancelled");
        await Writer.ExecuteAsync(Insert, d.Id, d.School, "class_meeting", d.Classes[0], "planned");
        await Writer.ExecuteAsync(Insert, d.Id, d.School, "class_meeting", d.Classes[1], "planned");
        await Writer.RefusedByAsync("t6_one_class_meeting_a_day", Insert, d.Id, d.School, "class_meeting", d.Classes[0], "held");
        await Writer.RefusedByAsync(
            "t6_a_class_meeting_names_the_class", Insert, d.Id, d.School, "homeroom_meeting", d.Classes[0], "planned");
        await Writer.ExecuteAsync(Insert, d.Id, d.School, "homeroom_meeting", DBNull.Value, "planned");
        await Writer.RefusedByAsync(
            "t6_pupils_are_at_class_meetings", "update homeroom.meeting set pupils_present = 40 where district_id = $1", d.Id);
    }

    [Fact, Trait("Rule", "T9")]
    public async Task A_designation_of_a_level_has_one_term_at_a_time_and_a_done_duty_says_how()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        const string Insert = """
            insert into homeroom.backbone_designation (district_id, teacher_id, level, field, designated_by, starts_on, ends_on)
            values ($1, $2, $3, 'F', 'D', $4::text::date, $5::text::date)
            """;
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "city", "2024-09-01", "2027-09-01");
        await Writer.RefusedByAsync(
            "t9_one_term_a_level_at_a_time", Insert, d.Id, d.Teachers[0], "city", "2026-09-01", "2029-09-01");
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "province", "2026-09-01", "2029-09-01");
        var semester = await Writer.ScalarAsync<long>("""
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S', '2026-09-01', '2027-01-20', '2026-08-31') returning semester_id
            """, d.Id, d.SchoolYear);
        await Writer.RefusedByAsync("t9_done_says_how", """
            insert into homeroom.backbone_duty (district_id, teacher_id, backbone_designation_id, semester_id, kind, description, done_on)
            select district_id, teacher_id, backbone_designation_id, $2, 'demonstration_lesson', 'L', '2026-10-20'
            from homeroom.backbone_designation where district_id = $1 and level = 'city'
            """, d.Id, semester);
    }

    private Task TestAsync(SmallDistrict d, long module, int attempt, int score) =>
        Writer.ExecuteAsync(TestSql, d.Id, d.School, d.Teachers[0], module, (short)attempt, score);

    private const string TestSql = """
        insert into homeroom.module_test
            (district_id, school_id, teacher_id, training_programme_id, training_module_id, attempt, taken_on, score, pass_mark)
        select $1, $2, $3, training_programme_id, training_module_id, $5, '2026-11-01', $6::int, 1
        from homeroom.training_module where training_module_id = $4
        """;
}
