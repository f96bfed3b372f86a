using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>OneRoster 1.1, where roles and schools are stated in users.csv.</summary>
public sealed class Version11Tests(ImportDatabase db) : ImportTest(db)
{
    [Fact]
    public async Task A_bundle_of_version_1_1_is_stored_like_one_of_1_2()
    {
        var report = await (AsVersion11(), ImportAsync()).Item2;

        Assert.Empty(report.Findings);
        Assert.Equal("OneRoster 1.1", report.Format);
        Assert.Equal((5, 5, 4), (
            report.CountOf(RecordKind.Teacher).Created, report.CountOf(RecordKind.Employment).Created, report.CountOf(RecordKind.Appointment).Created));
        Assert.Equal("2026-09-01", await Db.ScalarAsync<string>(
            "select min(starts_on)::text from homeroom.employment join homeroom.district d using (district_id) where d.code = $1", District));
        Assert.All((await ImportAsync()).Counts, c => Assert.Equal((0, 0), (c.Created, c.Changed)));
    }

    [Fact]
    public async Task A_school_that_is_not_there_is_reported_in_users()
    {
        AsVersion11();
        Bundle.Set("users.csv", 3, "orgSourcedIds", "nowhere");
        var error = OnlyError(await DryRunAsync());
        Assert.Equal(("users.csv", 3, "orgSourcedIds", "no-such-org", "Teacher 1, Appointment 1"),
            (error.File, error.Line, error.Column, error.Code, Along(error)));
    }

    [Fact]
    public async Task A_role_that_does_not_exist_and_a_pupil_are_told_apart()
    {
        AsVersion11();
        Bundle.Set("users.csv", 3, "role", "techer").Set("users.csv", 4, "role", "student");
        var report = await DryRunAsync();
        var error = OnlyError(report);
        Assert.Equal(("role", "not-one-of"), (error.Column, error.Code));
        Assert.Equal(4, report.CountOf(RecordKind.Teacher).Read);
    }

    private int AsVersion11()
    {
        Bundle.Set("manifest.csv", 3, "value", "1.1").RemoveFile("roles.csv");
        Bundle.RenameColumn("users.csv", "email", "role").RenameColumn("users.csv", "phone", "orgSourcedIds").RemoveColumn("users.csv", "primaryOrgSourcedId");
        for (var line = 2; line <= 6; line++)
            Bundle.Set("users.csv", line, "role", "teacher").Set("users.csv", line, "orgSourcedIds", line <= 4 ? "s1" : "s2");
        return 0;
    }
}
