using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>Rows with status <c>tobedeleted</c>.</summary>
public sealed class WithdrawalTests(ImportDatabase db) : ImportTest(db)
{
    [Fact]
    public async Task A_withdrawn_appointment_is_void_and_stays_so()
    {
        await ImportAsync();
        Bundle.Set("enrollments.csv", 2, "status", "tobedeleted");
        Assert.Equal(1, (await ImportAsync()).CountOf(RecordKind.Appointment).Withdrawn);
        Assert.Equal("void", await StateAsync("appointment", "state", "e1"));
        Assert.Equal(0, (await ImportAsync()).CountOf(RecordKind.Appointment).Withdrawn);
    }

    [Fact]
    public async Task A_withdrawn_teacher_has_left_and_the_employment_ends_today()
    {
        await ImportAsync();
        Bundle.Set("users.csv", 4, "status", "tobedeleted").Set("roles.csv", 4, "status", "tobedeleted");
        var report = await ImportAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(("left", "2026-11-16"), (await StateAsync("teacher", "status", "t3"), await StateAsync("employment", "ends_on::text", "r3")));

        Bundle.Set("users.csv", 4, "status", "active").Set("roles.csv", 4, "status", "active");
        await ImportAsync();
        Assert.Equal(("active", "open"), (
            await StateAsync("teacher", "status", "t3"), await StateAsync("employment", "coalesce(ends_on::text, 'open')", "r3")));
    }

    [Fact]
    public async Task A_school_withdrawn_with_all_that_hangs_on_it_is_closed()
    {
        await ImportAsync();
        Bundle.Set("orgs.csv", 3, "status", "tobedeleted");
        for (var line = 2; line <= 4; line++) Bundle.Set("users.csv", line, "status", "tobedeleted").Set("roles.csv", line, "status", "tobedeleted");
        for (var line = 2; line <= 3; line++) Bundle.Set("classes.csv", line, "status", "tobedeleted").Set("enrollments.csv", line, "status", "tobedeleted");
        var report = await ImportAsync();

        Assert.Equal(["class-kept", "class-kept"], report.Findings.Select(f => f.Code));
        Assert.Equal("closed", await StateAsync("school", "status", "s1"));
        Assert.Equal((1, 3, 2), (
            report.CountOf(RecordKind.School).Withdrawn, report.CountOf(RecordKind.Teacher).Withdrawn, report.CountOf(RecordKind.Appointment).Withdrawn));
    }

    [Fact]
    public async Task A_withdrawn_class_without_appointments_is_removed()
    {
        Bundle.Remove("enrollments.csv", 2);
        await ImportAsync();
        Bundle.Set("classes.csv", 2, "status", "tobedeleted");
        Assert.Equal(1, (await ImportAsync()).CountOf(RecordKind.Class).Withdrawn);
    }

    [Fact]
    public async Task Of_a_withdrawn_row_nothing_but_its_id_matters()
    {
        Bundle.AddLike("users.csv", 2, ("sourcedId", "t9"), ("status", "tobedeleted"), ("familyName", ""), ("identifier", "1001"));
        Bundle.AddLike("enrollments.csv", 2, ("sourcedId", "e9"), ("status", "tobedeleted"), ("classSourcedId", "gone"), ("beginDate", "?"));
        Assert.Empty((await ImportAsync()).Findings);
    }

    private Task<string> StateAsync(string table, string column, string sourceId) => Db.ScalarAsync<string>(
        $"select {column} from homeroom.{table} where source_id = $2 and district_id = (select district_id from homeroom.district where code = $1)",
        District, sourceId);
}
