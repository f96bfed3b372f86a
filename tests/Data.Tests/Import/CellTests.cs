using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>One cell made wrong in a bundle that is right: exactly that is reported, where it is and why.</summary>
public sealed class CellTests(ImportDatabase db) : ImportTest(db)
{
    private const string Invisible = "吕\u200B";
    private static readonly string Long = new('长', 200);

    public static TheoryData<string, int, string, string, string> WrongCells => new()
    {
        { "orgs.csv", 3, "sourcedId", "", "missing" },
        { "orgs.csv", 3, "status", "inactive", "not-one-of" },
        { "orgs.csv", 3, "name", "", "missing" },
        { "orgs.csv", 3, "name", " 　 ", "missing" },
        { "orgs.csv", 3, "name", Long, "too-long" },
        { "orgs.csv", 3, "name", "城关\u0007小学", "control-character" },
        { "orgs.csv", 3, "name", "城关\uFFFD学", "damaged-text" },
        { "orgs.csv", 3, "type", "", "missing" },
        { "orgs.csv", 3, "type", "School", "not-one-of" },
        { "orgs.csv", 3, "type", "district", "school-given-as-district" },
        { "orgs.csv", 2, "type", "school", "district-given-as-school" },
        { "orgs.csv", 2, "identifier", "999999", "district-differs" },
        { "orgs.csv", 3, "identifier", "", "missing" },
        { "orgs.csv", 3, "identifier", "12345", "school-code-not-ten-digits" },
        { "orgs.csv", 3, "identifier", "２137000001", "school-code-not-ten-digits" },
        { "orgs.csv", 3, "identifier", "213700000A", "school-code-not-ten-digits" },
        { "orgs.csv", 4, "identifier", "2137000001", "school-code-twice" },
        { "orgs.csv", 3, "parentSourcedId", "nowhere", "no-such-org" },
        { "orgs.csv", 3, "parentSourcedId", "s2", "parent-not-a-district" },
        { "orgs.csv", 4, "sourcedId", "s1", "appears-twice" },

        { "academicSessions.csv", 2, "title", "", "missing" },
        { "academicSessions.csv", 2, "type", "year", "not-one-of" },
        { "academicSessions.csv", 2, "startDate", "", "missing" },
        { "academicSessions.csv", 2, "startDate", "2026/09/01", "no-such-date" },
        { "academicSessions.csv", 2, "endDate", "2027-02-30", "no-such-date" },
        { "academicSessions.csv", 2, "endDate", "0001-01-01", "date-out-of-range" },
        { "academicSessions.csv", 2, "endDate", "2026-09-01", "ends-before-it-begins" },
        { "academicSessions.csv", 2, "endDate", "2072-08-31", "period-too-long" },
        { "academicSessions.csv", 2, "schoolYear", "27", "not-a-year" },
        { "academicSessions.csv", 3, "parentSourcedId", "nowhere", "no-such-session" },
        { "academicSessions.csv", 3, "parentSourcedId", "sm2", "no-school-year" },
        { "academicSessions.csv", 3, "startDate", "2026-08-31", "outside-school-year" },
        { "academicSessions.csv", 4, "endDate", "2027-09-01", "outside-school-year" },
        { "academicSessions.csv", 4, "title", "第一学期", "semester-twice" },
        { "academicSessions.csv", 4, "startDate", "2027-01-21", "semesters-overlap" },

        { "courses.csv", 2, "orgSourcedId", "nowhere", "no-such-org" },
        { "courses.csv", 2, "schoolYearSourcedId", "nowhere", "no-such-session" },

        { "users.csv", 3, "sourcedId", "t1", "appears-twice" },
        { "users.csv", 3, "familyName", "", "missing" },
        { "users.csv", 3, "givenName", "", "missing" },
        { "users.csv", 3, "givenName", Long, "too-long" },
        { "users.csv", 3, "familyName", Invisible, "control-character" },
        { "users.csv", 3, "identifier", "", "missing" },
        { "users.csv", 3, "identifier", "1001", "staff-number-twice" },
        { "users.csv", 3, "identifier", Long, "too-long" },
        { "users.csv", 3, "primaryOrgSourcedId", "nowhere", "no-such-org" },
        { "users.csv", 3, "status", "deleted", "not-one-of" },

        { "roles.csv", 3, "userSourcedId", "", "missing" },
        { "roles.csv", 3, "roleType", "main", "not-one-of" },
        { "roles.csv", 3, "role", "techer", "not-one-of" },
        { "roles.csv", 3, "role", "", "missing" },
        { "roles.csv", 3, "beginDate", "2011-8-18", "no-such-date" },
        { "roles.csv", 3, "endDate", "2011-08-18", "ends-before-it-begins" },
        { "roles.csv", 3, "orgSourcedId", "nowhere", "no-such-org" },
        { "roles.csv", 3, "orgSourcedId", "d", "not-a-school" },

        { "classes.csv", 3, "title", "", "missing" },
        { "classes.csv", 3, "grades", "", "missing" },
        { "classes.csv", 3, "grades", "13", "not-a-grade" },
        { "classes.csv", 3, "grades", "00", "not-a-grade" },
        { "classes.csv", 3, "grades", "二", "not-a-grade" },
        { "classes.csv", 3, "grades", "01,02", "several-grades" },
        { "classes.csv", 3, "grades", "03", "grade-differs" },
        { "classes.csv", 3, "grades", "10", "grade-differs" },
        { "classes.csv", 3, "courseSourcedId", "nowhere", "no-such-course" },
        { "classes.csv", 3, "classType", "homerooms", "not-one-of" },
        { "classes.csv", 3, "classType", "", "missing" },
        { "classes.csv", 3, "schoolSourcedId", "nowhere", "no-such-org" },
        { "classes.csv", 3, "schoolSourcedId", "d", "not-a-school" },
        { "classes.csv", 3, "termSourcedIds", "", "missing" },
        { "classes.csv", 3, "termSourcedIds", "sm1,nowhere", "no-such-session" },
        { "classes.csv", 3, "sourcedId", "k1", "appears-twice" },

        { "enrollments.csv", 3, "classSourcedId", "nowhere", "no-such-class" },
        { "enrollments.csv", 3, "schoolSourcedId", "nowhere", "no-such-org" },
        { "enrollments.csv", 3, "schoolSourcedId", "s2", "school-of-class-differs" },
        { "enrollments.csv", 3, "userSourcedId", "nobody", "no-such-user" },
        { "enrollments.csv", 3, "role", "Teacher", "not-one-of" },
        { "enrollments.csv", 3, "primary", "是", "not-boolean" },
        { "enrollments.csv", 3, "beginDate", "2026-09-31", "no-such-date" },
        { "enrollments.csv", 3, "beginDate", "2026-08-31", "outside-school-year" },
        { "enrollments.csv", 3, "endDate", "2027-09-01", "outside-school-year" },
        { "enrollments.csv", 3, "endDate", "2026-09-01", "ends-before-it-begins" },
        { "enrollments.csv", 3, "classSourcedId", "k1", "second-homeroom-teacher" },
        { "enrollments.csv", 3, "userSourcedId", "t1", "heads-two-classes" },
        { "enrollments.csv", 3, "sourcedId", "e1", "appears-twice" },
    };

    [Theory, MemberData(nameof(WrongCells))]
    public async Task A_wrong_cell_is_reported_with_its_place_value_and_reason(string file, int line, string column, string value, string code)
    {
        Bundle.Set(file, line, column, value);
        var report = await DryRunAsync();

        // A changed sourcedId also breaks the references to it, so the one with the code is looked for.
        var error = Assert.Single(report.Findings, f => f.Code == code);
        if (code == "second-homeroom-teacher") (column, value) = ("userSourcedId", "t2");
        Assert.Equal((file, line, column), (error.File, error.Line, error.Column));
        if (value is not (Invisible or "城关\u0007小学") && value.Length < 100) Assert.Equal(value.Trim(), error.Value);
        Assert.NotEmpty(error.Message.Chinese);
        Assert.NotEmpty(error.Message.English);
        Assert.Equal(1, report.ExitCode);
    }

    public static TheoryData<string, int, string, string, string> DoubtfulCells => new()
    {
        { "users.csv", 3, "dateLastModified", "1/05/2026", "not-iso-8601" },
        { "users.csv", 3, "enabledUser", "yes", "not-boolean" },
        { "users.csv", 3, "enabledUser", "", "missing" },
        { "courses.csv", 2, "title", "", "missing" },
        { "orgs.csv", 2, "identifier", "", "district-unstated" },
        { "orgs.csv", 3, "parentSourcedId", "", "parent-unstated" },
        { "academicSessions.csv", 2, "schoolYear", "2026", "school-year-differs" },
        { "classes.csv", 3, "title", "5年级1班", "title-differs" },
        { "classes.csv", 3, "classCode", "0202", "title-differs" },
    };

    [Theory, MemberData(nameof(DoubtfulCells))]
    public async Task What_is_not_stored_only_warns_and_the_row_is_still_good(string file, int line, string column, string value, string code)
    {
        Bundle.Set(file, line, column, value);
        var report = await DryRunAsync();

        var warning = Assert.Single(report.Findings);
        Assert.Equal((Severity.Warning, file, line, code), (warning.Severity, warning.File, warning.Line, warning.Code));
        Assert.Equal((2, 5, 4, 4), (
            Accepted(report, RecordKind.School), Accepted(report, RecordKind.Teacher),
            Accepted(report, RecordKind.Class), Accepted(report, RecordKind.Appointment)));
        Assert.Equal(0, report.ExitCode);
    }

    public static TheoryData<string, int, string, string> GoodCells => new()
    {
        { "users.csv", 3, "dateLastModified", "2026-09-01" },
        { "users.csv", 3, "dateLastModified", "2026-09-01T08:00:00+08:00" },
        { "users.csv", 3, "enabledUser", "TRUE" },
        { "users.csv", 3, "status", "" },
        { "users.csv", 3, "givenName", "=HYPERLINK(\"http://example.cn\")" },
        { "users.csv", 3, "givenName", "<script>alert(1)</script>" },
        { "users.csv", 3, "givenName", "𠮷" },
        { "users.csv", 3, "primaryOrgSourcedId", "" },
        { "roles.csv", 3, "beginDate", "" },
        { "classes.csv", 3, "classCode", "" },
        { "classes.csv", 3, "grades", "2" },
        { "classes.csv", 3, "title", "二年级（1）班" },
        { "classes.csv", 3, "termSourcedIds", "sy" },
        { "enrollments.csv", 3, "beginDate", "" },
        { "enrollments.csv", 3, "endDate", "" },
        { "enrollments.csv", 3, "primary", "True" },
    };

    [Theory, MemberData(nameof(GoodCells))]
    public async Task What_the_standard_allows_is_no_finding(string file, int line, string column, string value)
    {
        Bundle.Set(file, line, column, value);
        var report = await DryRunAsync();

        Assert.Empty(report.Findings);
        Assert.Equal(4, Accepted(report, RecordKind.Appointment));
    }
}
