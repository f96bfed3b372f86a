using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>What an import stores, and that it stores nothing else.</summary>
public sealed class StoringTests(ImportDatabase db) : ImportTest(db)
{
    private const string InDistrict = "district_id = (select district_id from homeroom.district where code = $1)";

    public static TheoryData<string, string, string, string, string> TakenFromWrongRows => new()
    {
        // The second row's teacher, staff number or class: it is wrong then, and keeps in the system what it had.
        { "enrollments.csv", "userSourcedId", "t2", "Error 2 appointment-held", "Error 3 heads-two-classes" },
        { "users.csv", "identifier", "1002", "Error 2 staff-number-held", "Error 3 staff-number-twice" },
        { "classes.csv", "classCode", "0201", "Error 2 class-held", "Error 3 class-twice" },
    };

    [Theory, MemberData(nameof(TakenFromWrongRows))]
    public async Task What_a_wrong_row_keeps_in_the_system_is_not_given_to_another(string file, string column, string value, string first, string second)
    {
        await ImportAsync();
        var content = await Db.ContentAsync(District);
        Bundle.Set(file, 2, column, value);
        if (file == "classes.csv") Bundle.Set(file, 2, "grades", "02").Set(file, 2, "title", "2年级1班");
        var report = await ImportAsync(acceptGood: true);
        Assert.Equal([first, second], report.Findings.Select(f => $"{f.Severity} {f.Line} {f.Code}"));
        Assert.Equal(content, await Db.ContentAsync(District));
    }

    [Fact]
    public async Task A_clean_bundle_is_stored()
    {
        var report = await ImportAsync();

        Assert.Equal((ImportOutcome.Applied, 0), (report.Outcome, report.ExitCode));
        Assert.All(report.Counts, c => Assert.Equal((c.Read, c.Read, 0, 0), (c.Accepted, c.Created, c.Changed, c.Unchanged)));
        Assert.Equal("城关小学 primary chengguan", await OneAsync(
            "select name || ' ' || stage || ' ' || replace(left(pinyin, 11), ' ', '') from homeroom.school s", "s.code = '2137000001'"));
        Assert.Equal("senior", await OneAsync("select stage from homeroom.school s", "s.source_id = 's2'"));
        Assert.Equal("长孙丽, zhang sun li, 1005, active", await OneAsync(
            "select concat_ws(', ', name, pinyin, staff_number, status) from homeroom.teacher s", "s.source_id = 't5'"));
        Assert.Equal("2004-08-20, primary", await OneAsync(
            "select starts_on || ', ' || case when is_primary and ends_on is null then 'primary' end from homeroom.employment s", "s.source_id = 'r1'"));
        Assert.Equal("2026—2027学年, 2026-09-01, 2027-08-31", await OneAsync(
            "select concat_ws(', ', name, starts_on, ends_on) from homeroom.school_year s", "true"));
        Assert.Equal("2, 2027-02-15", await OneAsync(
            "select concat_ws(', ', number, first_week_starts_on) from homeroom.semester s", "s.source_id = 'sm2'"));
        Assert.Equal("11, 1, senior, 2025, 高二1班", await OneAsync(
            "select concat_ws(', ', grade, number, section, entry_year, name) from homeroom.class s join homeroom.cohort c using (district_id, cohort_id)",
            "s.source_id = 'k4'"));
        Assert.Equal("homeroom, active, 2026-09-01, 2027-07-09", await OneAsync(
            "select concat_ws(', ', kind, state, starts_on, ends_on) from homeroom.appointment s", "s.source_id = 'e1'"));
    }

    [Fact]
    public async Task The_same_bundle_again_changes_nothing_and_logs_nothing()
    {
        await ImportAsync();
        var (content, logged) = (await Db.ContentAsync(District), await Db.LoggedAsync(District));

        var report = await ImportAsync();

        Assert.All(report.Counts, c => Assert.Equal((0, 0, c.Accepted), (c.Created, c.Changed, c.Unchanged)));
        Assert.Equal(content, await Db.ContentAsync(District));
        Assert.Equal(logged, await Db.LoggedAsync(District));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_changes_nothing()
    {
        var (content, logged) = (await Db.ContentAsync(District), await Db.LoggedAsync(District));
        var report = await DryRunAsync();

        Assert.Equal((ImportOutcome.DryRun, 5), (report.Outcome, report.CountOf(RecordKind.Teacher).Created));
        Assert.Equal(content, await Db.ContentAsync(District));
        Assert.Equal(logged, await Db.LoggedAsync(District));
        Assert.Equal(0, await Db.ScalarAsync<long>(
            "select count(*) from import.run join homeroom.district d using (district_id) where d.code = $1", District));
    }

    [Fact]
    public async Task With_wrong_rows_nothing_is_changed_until_the_user_accepts()
    {
        Bundle.Set("orgs.csv", 3, "identifier", "12345");
        var logged = await Db.LoggedAsync(District);

        var refused = await ImportAsync();
        Assert.Equal((ImportOutcome.Refused, 1), (refused.Outcome, refused.ExitCode));
        Assert.Equal(logged, await Db.LoggedAsync(District));

        var accepted = await ImportAsync(acceptGood: true);
        Assert.Equal((ImportOutcome.Applied, 0), (accepted.Outcome, accepted.ExitCode));
        foreach (var (table, kind) in new[]
        {
            ("school", RecordKind.School), ("teacher", RecordKind.Teacher), ("class", RecordKind.Class), ("appointment", RecordKind.Appointment),
        })
            Assert.Equal(Accepted(accepted, kind), await Db.ScalarAsync<long>(
                $"select count(*) from homeroom.{table} join homeroom.district d using (district_id) where d.code = $1", District));
    }

    [Fact, Trait("Rule", "V3")]
    public async Task Changes_are_recorded_under_the_import_and_its_file()
    {
        await ImportAsync();
        Assert.Equal("import: import oneroster homeroom", await Db.ScalarAsync<string>(
            """
            select string_agg(distinct actor || ': ' || left(origin, 25), ', ') from history.audit_log l
            join homeroom.district d using (district_id) where d.code = $1 and l.table_name <> 'homeroom.district'
            """, District));
    }

    [Fact]
    public async Task A_changed_bundle_changes_just_what_changed()
    {
        await ImportAsync();
        var logged = await Db.LoggedAsync(District);
        Bundle.Set("users.csv", 4, "givenName", "莉");

        var report = await ImportAsync();

        Assert.Equal((1, 4), (report.CountOf(RecordKind.Teacher).Changed, report.CountOf(RecordKind.Teacher).Unchanged));
        Assert.Equal(2, await Db.LoggedAsync(District) - logged);
        Assert.Equal("吕莉, lv li", await OneAsync("select name || ', ' || pinyin from homeroom.teacher s", "s.source_id = 't3'"));
    }

    [Fact, Trait("Rule", "O5")]
    public async Task A_stored_pinyin_stays_while_the_name_does()
    {
        await ImportAsync();
        await Db.RunAsync($"update homeroom.teacher set pinyin = 'zhang sun li2' where source_id = 't5' and {InDistrict}", District);
        Bundle.Set("users.csv", 6, "identifier", "2005");
        await ImportAsync();
        Assert.Equal("zhang sun li2, 2005", await OneAsync("select pinyin || ', ' || staff_number from homeroom.teacher s", "s.source_id = 't5'"));
    }

    [Fact, Trait("Rule", "A1")]
    public async Task Two_teachers_who_swap_classes_are_stored()
    {
        await ImportAsync();
        Bundle.Set("enrollments.csv", 2, "userSourcedId", "t2").Set("enrollments.csv", 3, "userSourcedId", "t1");
        var report = await ImportAsync();
        Assert.Equal(2, report.CountOf(RecordKind.Appointment).Changed);
    }

    [Fact]
    public async Task Numbers_that_are_swapped_are_stored()
    {
        await ImportAsync();
        Bundle.Set("users.csv", 2, "identifier", "1002").Set("users.csv", 3, "identifier", "1001");
        Bundle.Set("orgs.csv", 3, "identifier", "3437000002").Set("orgs.csv", 4, "identifier", "2137000001");
        Bundle.Set("classes.csv", 2, "title", "2年级1班").Set("classes.csv", 2, "grades", "02").Set("classes.csv", 2, "classCode", "0201");
        Bundle.Set("classes.csv", 3, "title", "1年级1班").Set("classes.csv", 3, "grades", "01").Set("classes.csv", 3, "classCode", "0101");
        var report = await ImportAsync();
        Assert.Equal((2, 2, 2), (
            report.CountOf(RecordKind.Teacher).Changed, report.CountOf(RecordKind.School).Changed, report.CountOf(RecordKind.Class).Changed));
        Assert.Equal("1002", await OneAsync("select staff_number from homeroom.teacher s", "s.source_id = 't1'"));
    }

    [Fact, Trait("Rule", "O5")]
    public async Task A_move_between_schools_ends_the_one_employment_and_begins_the_other()
    {
        await ImportAsync();
        Bundle.Set("roles.csv", 4, "orgSourcedId", "s2").Set("roles.csv", 4, "beginDate", "2026-10-01");
        await ImportAsync();
        var employments = await OneAsync(
            """
            select string_agg(c.code || ' ' || e.starts_on || ' ' || coalesce(e.ends_on::text, 'open'), ', ' order by e.starts_on)
            from homeroom.employment e join homeroom.school c using (district_id, school_id)
            join homeroom.teacher s on s.district_id = e.district_id and s.teacher_id = e.teacher_id
            """, "s.source_id = 't3'");
        Assert.Equal("2137000001 2015-08-17 2026-10-01, 3437000002 2026-10-01 open", employments);
    }

    [Fact, Trait("Rule", "O4")]
    public async Task A_calendar_that_moves_is_stored()
    {
        await ImportAsync();
        Bundle.Set("academicSessions.csv", 2, "startDate", "2026-08-25").Set("academicSessions.csv", 3, "startDate", "2026-08-25");
        Bundle.Set("academicSessions.csv", 3, "endDate", "2027-02-20").Set("academicSessions.csv", 4, "startDate", "2027-02-25");
        Assert.Equal(2, (await ImportAsync()).CountOf(RecordKind.Semester).Changed);
        Bundle.Set("academicSessions.csv", 2, "startDate", "2026-09-01").Set("academicSessions.csv", 3, "startDate", "2026-09-01");
        Assert.Equal(1, (await ImportAsync()).CountOf(RecordKind.SchoolYear).Changed);
        Assert.Equal("2026-09-01", await OneAsync("select starts_on::text from homeroom.school_year s", "true"));
        Bundle.Set("academicSessions.csv", 3, "title", "第二学期").Set("academicSessions.csv", 4, "title", "第一学期");
        Assert.Equal(2, (await ImportAsync()).CountOf(RecordKind.Semester).Changed);
    }

    [Fact]
    public async Task Records_made_by_hand_are_taken_on_by_their_natural_key()
    {
        await Db.RunAsync(
            """
            with d as (select district_id from homeroom.district where code = $1),
                 t as (insert into homeroom.teacher (district_id, staff_number, name, pinyin) select district_id, '1003', '吕莉美', 'lv li mei' from d)
            insert into homeroom.school (district_id, code, name, pinyin, stage) select district_id, '2137000001', '旧名', 'jiu ming', 'primary' from d
            """, District);
        var report = await ImportAsync();
        Assert.Equal((1, 1), (report.CountOf(RecordKind.School).Changed, report.CountOf(RecordKind.Teacher).Changed));
        Assert.Equal((1, 4), (report.CountOf(RecordKind.School).Created, report.CountOf(RecordKind.Teacher).Created));
    }

    [Fact]
    public async Task A_roster_whose_ids_were_renewed_is_the_same_roster()
    {
        await ImportAsync();
        foreach (var file in new[] { "orgs.csv", "academicSessions.csv", "users.csv", "roles.csv", "classes.csv", "enrollments.csv" })
            foreach (var column in Bundle.ColumnsOf(file).Where(c => c.EndsWith("ourcedId", StringComparison.Ordinal)).ToList())
                for (var line = 2; line <= Bundle.Lines(file); line++)
                    if (Bundle.Value(file, line, column) is { Length: > 0 } id && column != "courseSourcedId") Bundle.Set(file, line, column, "new-" + id);
        for (var line = 2; line <= 3; line++) Bundle.Set("courses.csv", line, "orgSourcedId", $"new-s{line - 1}").Set("courses.csv", line, "schoolYearSourcedId", "new-sy");
        for (var line = 2; line <= 5; line++) Bundle.Set("classes.csv", line, "termSourcedIds", "new-sm1,new-sm2");

        var report = await ImportAsync();

        Assert.Empty(report.Findings);
        Assert.Equal((0, 0, 0, 0), (
            report.CountOf(RecordKind.School).Created, report.CountOf(RecordKind.Teacher).Created,
            report.CountOf(RecordKind.Class).Created, report.CountOf(RecordKind.Employment).Created));
        Assert.Equal(4, await Db.ScalarAsync<long>(
            "select count(*) from homeroom.appointment a join homeroom.district d using (district_id) where d.code = $1 and a.state = 'active'", District));
    }

    [Fact]
    public async Task What_a_bundle_no_longer_has_stays_and_is_counted()
    {
        Bundle.AddLike("users.csv", 2, ("sourcedId", "t9"), ("identifier", "1009"));
        Bundle.AddLike("roles.csv", 2, ("sourcedId", "r9"), ("userSourcedId", "t9"));
        await ImportAsync();
        Bundle.Remove("users.csv", 7).Remove("roles.csv", 7);
        var report = await ImportAsync();
        Assert.Equal((1, 1), (report.CountOf(RecordKind.Teacher).NotInFile, report.CountOf(RecordKind.Employment).NotInFile));
        Assert.Equal("active", await OneAsync("select status from homeroom.teacher s", "s.source_id = 't9'"));
    }

    [Fact, Trait("Rule", "A1")]
    public async Task A_homeroom_teacher_who_is_replaced_in_the_roster_ends_on_the_others_first_day()
    {
        await ImportAsync();
        Bundle.Remove("enrollments.csv", 2);
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("classSourcedId", "k1"), ("userSourcedId", "t3"), ("beginDate", "2026-11-01"));
        var report = await ImportAsync();
        Assert.Equal((1, 1), (report.CountOf(RecordKind.Appointment).Created, report.CountOf(RecordKind.Appointment).Withdrawn));
        Assert.Equal("2026-11-01", await OneAsync("select ends_on::text from homeroom.appointment s", "s.source_id = 'e1'"));
    }

    [Fact, Trait("Rule", "A1")]
    public async Task An_appointment_made_by_hand_stands_against_the_rosters()
    {
        await ImportAsync();
        await Db.RunAsync($"update homeroom.appointment set source_id = null where source_id = 'e1' and {InDistrict}", District);
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("enrollments.csv", 2, "userSourcedId", "appointment-held"), (error.File, error.Line, error.Column, error.Code));
        Assert.Contains("吕云", error.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staff_number_of_a_wrong_row_stays_taken()
    {
        await ImportAsync();
        Bundle.Set("users.csv", 2, "familyName", "").Set("users.csv", 2, "identifier", "3001").Set("users.csv", 4, "identifier", "1001");
        var report = await DryRunAsync();
        Assert.Equal(["missing", "staff-number-held"], report.Findings.Select(f => f.Code));
    }

    [Fact, Trait("Rule", "A5")]
    public async Task An_end_that_was_decided_here_is_not_undone()
    {
        await ImportAsync();
        await Db.RunAsync(
            $"update homeroom.appointment set ends_on = '2026-11-01', end_reason = 'transfer' where source_id = 'e1' and {InDistrict}", District);
        Assert.Equal(0, (await ImportAsync()).CountOf(RecordKind.Appointment).Changed);
    }

    private Task<string> OneAsync(string select, string where) => Db.ScalarAsync<string>(
        $"{select} where {where} and s.{InDistrict}", District);
}
