using System.Text;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>What holds between rows: consequences, contradictions, and rows that are not ours to store.</summary>
public sealed class BetweenRowsTests(ImportDatabase db) : ImportTest(db)
{
    [Fact]
    public async Task What_hangs_on_a_wrong_school_is_one_grouped_consequence()
    {
        Bundle.Set("orgs.csv", 3, "identifier", "12345");
        var report = await DryRunAsync();

        Assert.Equal("Teacher 3, Employment 3, Class 2, Appointment 2", Along(Assert.Single(report.Findings)));
        Assert.Equal((1, 2, 2, 2), (
            Accepted(report, RecordKind.School), Accepted(report, RecordKind.Teacher),
            Accepted(report, RecordKind.Class), Accepted(report, RecordKind.Appointment)));
    }

    [Fact]
    public async Task A_wrong_district_takes_everything_along_and_nothing_else_is_reported()
    {
        Bundle.Set("orgs.csv", 2, "identifier", "999999");
        var report = await DryRunAsync();

        Assert.Equal("School 2, Teacher 5, Employment 5, Class 4, Appointment 4", Along(Assert.Single(report.Findings)));
    }

    [Fact]
    public async Task A_wrong_school_year_takes_its_semesters_classes_and_appointments_along()
    {
        Bundle.Set("academicSessions.csv", 2, "endDate", "2027-02-30");
        var report = await DryRunAsync();

        Assert.Equal("Semester 2, Class 4, Appointment 4", Along(Assert.Single(report.Findings)));
    }

    [Fact]
    public async Task A_wrong_teacher_takes_employment_and_appointment_along()
    {
        Bundle.Set("users.csv", 2, "familyName", "");
        Assert.Equal("Employment 1, Appointment 1", Along(Assert.Single((await DryRunAsync()).Findings)));
    }

    [Fact]
    public async Task A_teacher_whose_only_role_is_wrong_goes_with_it()
    {
        Bundle.Set("roles.csv", 2, "beginDate", "soon");
        Assert.Equal("Teacher 1, Appointment 1", Along(Assert.Single((await DryRunAsync()).Findings)));
    }

    [Fact]
    public async Task A_teacher_with_another_good_role_stays()
    {
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("roleType", "secondary"), ("orgSourcedId", "s2"));
        Bundle.Set("roles.csv", 2, "beginDate", "soon");
        var report = await DryRunAsync();

        Assert.Equal(5, Accepted(report, RecordKind.Teacher));
        Assert.Equal(["no-such-date", "not-employed-there"], report.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task A_teacher_without_any_role_is_wrong()
    {
        Bundle.Remove("roles.csv", 4);
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("users.csv", 4, "sourcedId", "t3", "no-role"), (error.File, error.Line, error.Column, error.Value, error.Code));
    }

    [Fact]
    public async Task All_references_of_a_row_that_point_nowhere_are_reported_at_once()
    {
        Bundle.Set("enrollments.csv", 3, "classSourcedId", "x").Set("enrollments.csv", 3, "userSourcedId", "y");
        Assert.Equal(["no-such-class", "no-such-user"], (await DryRunAsync()).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Of_two_rows_with_one_id_the_first_counts_and_references_go_to_it()
    {
        Bundle.AddLike("users.csv", 2, ("familyName", "另"), ("identifier", "1001"));
        var report = await DryRunAsync();

        var error = OnlyError(report);
        Assert.Equal(("users.csv", 7, "appears-twice"), (error.File, error.Line, error.Code));
        Assert.Empty(error.Consequences);
        Assert.Equal((6, 5, 4), (
            report.CountOf(RecordKind.Teacher).Read, Accepted(report, RecordKind.Teacher), Accepted(report, RecordKind.Appointment)));
    }

    [Fact]
    public async Task The_same_class_of_a_school_twice_is_wrong()
    {
        Bundle.AddLike("classes.csv", 2, ("sourcedId", "k9"));
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("classes.csv", 6, "classCode", "0101", "class-twice"), (error.File, error.Line, error.Column, error.Value, error.Code));
    }

    [Fact]
    public async Task A_grade_that_the_school_does_not_have_is_wrong()
    {
        Bundle.Set("classes.csv", 3, "grades", "08").Set("classes.csv", 3, "title", "八年级1班");
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("grades", "grade-not-of-stage"), (error.Column, error.Code));
        Assert.Contains("primary school", error.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_of_two_school_years_are_wrong_for_a_class()
    {
        Bundle.AddLike("academicSessions.csv", 2, ("sourcedId", "sy2"), ("startDate", "2027-09-01"), ("endDate", "2028-08-31"),
            ("title", "2027—2028学年"), ("schoolYear", "2028"));
        Bundle.Set("classes.csv", 2, "termSourcedIds", "sm1,sy2");
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("termSourcedIds", "several-school-years", "Appointment 1"), (error.Column, error.Code, Along(error)));
    }

    [Fact]
    public async Task School_years_must_not_overlap()
    {
        Bundle.AddLike("academicSessions.csv", 2, ("sourcedId", "sy2"), ("startDate", "2027-08-30"), ("endDate", "2028-08-31"), ("schoolYear", "2028"));
        var error = OnlyError(await DryRunAsync());
        Assert.Equal((5, "startDate", "school-years-overlap"), (error.Line, error.Column, error.Code));
    }

    [Fact]
    public async Task Two_school_years_of_one_title_are_wrong()
    {
        Bundle.AddLike("academicSessions.csv", 2, ("sourcedId", "sy2"), ("startDate", "2027-09-01"), ("endDate", "2028-08-31"), ("schoolYear", "2028"));
        var error = OnlyError(await DryRunAsync());
        Assert.Equal((5, "title", "school-year-twice"), (error.Line, error.Column, error.Code));
    }

    [Fact]
    public async Task Two_primary_roles_at_one_time_are_wrong_and_one_after_the_other_are_right()
    {
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("orgSourcedId", "s2"), ("beginDate", "2020-08-01"));
        Assert.Equal("second-primary-role", OnlyError(await DryRunAsync()).Code);

        Bundle.Set("roles.csv", 2, "endDate", "2020-08-01").Set("enrollments.csv", 2, "userSourcedId", "t3");
        Assert.Empty((await DryRunAsync()).Findings);
    }

    [Fact]
    public async Task A_second_role_at_the_same_school_is_the_same_employment()
    {
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("roleType", "secondary"), ("role", "counselor"));
        var report = await DryRunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(5, Accepted(report, RecordKind.Employment));
    }

    [Fact, Trait("Rule", "A1")]
    public async Task Homeroom_teachers_of_a_class_one_after_the_other_are_right()
    {
        Bundle.Set("enrollments.csv", 2, "endDate", "2027-02-17");
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("userSourcedId", "t3"), ("beginDate", "2027-02-17"), ("endDate", "2027-07-09"));
        var report = await ImportAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(5, report.CountOf(RecordKind.Appointment).Created);
    }

    [Fact, Trait("Rule", "A1")]
    public async Task The_first_good_row_counts_when_the_first_row_is_wrong()
    {
        Bundle.Set("enrollments.csv", 2, "userSourcedId", "nobody");
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("userSourcedId", "t3"));
        var report = await DryRunAsync();
        Assert.Equal("no-such-user", OnlyError(report).Code);
        Assert.Equal(4, Accepted(report, RecordKind.Appointment));
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Pupils_are_skipped_counted_and_nowhere_stored()
    {
        Bundle.AddLike("users.csv", 2, ("sourcedId", "pupil1"), ("givenName", "小明"), ("familyName", "李"), ("identifier", ""));
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("userSourcedId", "pupil1"), ("role", "student"), ("beginDate", "x"));
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("userSourcedId", "pupil1"), ("role", "student"), ("primary", "false"));
        var report = await ImportAsync();

        Assert.Empty(report.Findings);
        Assert.Equal(["enrollments.csv 1", "roles.csv 1", "users.csv 1"], report.Skipped.Select(s => $"{s.File} {s.Count}").Order());
        Assert.Equal(0, await Db.ScalarAsync<long>(
            "select count(*) from history.audit_log where after::text like '%小明%' or after::text like '%pupil1%'"));
        Assert.Equal(0, await Db.ScalarAsync<long>("select count(*) from import.run where report::text like '%pupil1%'"));
    }

    [Fact]
    public async Task A_pupil_can_not_be_a_homeroom_teacher()
    {
        Bundle.AddLike("users.csv", 2, ("sourcedId", "pupil1"), ("identifier", ""));
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("userSourcedId", "pupil1"), ("role", "student"));
        Bundle.Set("enrollments.csv", 2, "userSourcedId", "pupil1");
        Assert.Equal("not-a-teacher", OnlyError(await DryRunAsync()).Code);
    }

    [Fact, Trait("Rule", "O5")]
    public async Task Mail_and_telephone_are_nowhere_stored()
    {
        await ImportAsync();
        Assert.Equal(0, await Db.ScalarAsync<long>(
            "select count(*) from history.audit_log where after::text like '%example.cn%' or after::text like '%1380000000%'"));
    }

    [Fact]
    public async Task Classes_and_enrolments_that_are_no_homeroom_are_skipped()
    {
        Bundle.AddLike("classes.csv", 2, ("sourcedId", "math"), ("classType", "scheduled"), ("grades", ""));
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e8"), ("classSourcedId", "math"), ("userSourcedId", "t3"));
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("userSourcedId", "t3"), ("primary", "false"));
        var report = await DryRunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal((4, 4), (report.CountOf(RecordKind.Class).Read, report.CountOf(RecordKind.Appointment).Read));
        Assert.Equal(3, report.Skipped.Sum(s => s.Count));
    }

    [Fact]
    public async Task A_row_with_too_few_fields_is_wrong_as_a_whole()
    {
        Bundle.Raw["users.csv"] = [.. Bundle.Bytes("users.csv"), .. "t9,active,,true\r\n"u8];
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("users.csv", 7, "", "wrong-field-count"), (error.File, error.Line, error.Column, error.Code));
    }

    [Theory]
    [InlineData("orgs.csv", 3, "Teacher 3, Employment 3, Class 2, Appointment 2")]
    [InlineData("users.csv", 3, "Employment 1, Appointment 1")]
    [InlineData("roles.csv", 3, "Teacher 1, Appointment 1")]
    [InlineData("classes.csv", 3, "Appointment 1")]
    public async Task What_hangs_on_a_row_with_too_many_fields_is_a_consequence(string file, int line, string along)
    {
        var rows = Encoding.UTF8.GetString(Bundle.Bytes(file)).Split("\r\n");
        rows[line - 1] += ",one,more";
        Bundle.Raw[file] = Encoding.UTF8.GetBytes(string.Join("\r\n", rows));
        var error = OnlyError(await DryRunAsync());
        Assert.Equal((file, line, "wrong-field-count", along), (error.File, error.Line, error.Code, Along(error)));
    }

    [Theory]
    [InlineData(",,,,,,,,,,\r\n")]
    [InlineData(",,\r\n , ,\r\n\r\n")]
    public async Task Rows_of_separators_alone_are_no_rows(string left)
    {
        Bundle.Raw["users.csv"] = [.. Bundle.Bytes("users.csv"), .. Encoding.UTF8.GetBytes(left)];
        var report = await DryRunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(5, report.CountOf(RecordKind.Teacher).Read);
    }

    [Fact]
    public async Task A_school_that_is_withdrawn_while_in_use_is_a_contradiction()
    {
        Bundle.Set("orgs.csv", 3, "status", "tobedeleted");
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("status", "withdrawn-but-used", "Teacher 3, Employment 3, Class 2, Appointment 2"), (error.Column, error.Code, Along(error)));
    }

    [Fact]
    public async Task Of_many_wrong_rows_all_are_counted_and_the_first_are_named()
    {
        for (var i = 0; i < 30; i++) Bundle.AddLike("enrollments.csv", 2, ("sourcedId", $"x{i}"), ("classSourcedId", "nowhere"));
        var report = await RunAsync(new(Write(), District) { DryRun = true, Limits = new() { Findings = 10 } });
        Assert.Equal((30, 10), (report.Errors, report.Findings.Count));
    }
}
