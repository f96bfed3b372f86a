using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Training;

public sealed class CertificateTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact, Trait("Rule", "T5")]
    public async Task A_number_is_given_once_in_a_district_whoever_issues_it()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var elsewhere = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "N1", d.School, 0);
        await Writer.RefusedByAsync("t5_one_certificate_a_number", Insert, d.Id, d.Teachers[1], "N1", DBNull.Value, 0);
        await Writer.ExecuteAsync(Insert, elsewhere.Id, elsewhere.Teachers[0], "N1", DBNull.Value, 0);
    }

    [Fact, Trait("Rule", "T5")]
    public async Task Revoking_needs_a_reason()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "N1", DBNull.Value, 0);
        foreach (var reason in new[] { "null", "' '" })
        {
            await Writer.RefusedByAsync(
                "t5_revoking_needs_a_reason",
                $"update homeroom.certificate set revoked_on = '2026-11-01', revocation_reason = {reason} where district_id = $1", d.Id);
        }

        await Writer.RefusedByAsync(
            "t5_revoked_after_it_is_issued",
            "update homeroom.certificate set revoked_on = '2025-11-01', revocation_reason = 'R' where district_id = $1", d.Id);
        await Writer.ExecuteAsync("update homeroom.certificate set revoked_on = '2026-11-01', revocation_reason = 'R' where district_id = $1", d.Id);
    }

    [Theory, Trait("Rule", "A3")]
    [InlineData("2025-12-31", null, null, false)]
    [InlineData("2026-01-01", null, null, true)]
    [InlineData("2027-12-31", "2028-01-01", null, true)]
    [InlineData("2028-01-01", "2028-01-01", null, false)]
    [InlineData("2026-10-31", "2028-01-01", "2026-11-01", true)]
    [InlineData("2026-11-01", "2028-01-01", "2026-11-01", false)]
    public async Task It_holds_from_its_issue_until_it_expires_or_is_revoked(string day, string? expires, string? revoked, bool holds) =>
        Assert.Equal(holds, await test.Database.Reader.ScalarAsync<bool>(
            "select homeroom.certificate_holds('2026-01-01', $2::text::date, $3::text::date, $1::text::date)",
            day, TrainingRows.OrNull(expires), TrainingRows.OrNull(revoked)));

    [Fact, Trait("Rule", "T8")]
    public async Task The_ledger_follows_the_certificates()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "N1", DBNull.Value, 30);
        Assert.Equal("2026-01-01 30", await LedgerAsync(d));
        await Writer.ExecuteAsync("update homeroom.certificate set credits = 36, issued_on = '2026-01-05' where district_id = $1", d.Id);
        Assert.Equal("2026-01-05 36", await LedgerAsync(d));
        await Writer.ExecuteAsync("update homeroom.certificate set revoked_on = '2026-11-01', revocation_reason = 'R' where district_id = $1", d.Id);
        Assert.Equal("", await LedgerAsync(d));
        await Writer.ExecuteAsync("update homeroom.certificate set revoked_on = null, revocation_reason = null where district_id = $1", d.Id);
        Assert.Equal("2026-01-05 36", await LedgerAsync(d));
        await Writer.ExecuteAsync("update homeroom.certificate set credits = 0 where district_id = $1", d.Id);
        Assert.Equal("", await LedgerAsync(d));
    }

    [Fact, Trait("Rule", "T8")]
    public async Task Nobody_types_in_more_than_the_certificate_gives()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(Insert, d.Id, d.Teachers[0], "N1", DBNull.Value, 30);
        foreach (var change in new[] { "hours = 40", "earned_on = '2027-01-01'", "teacher_id = teacher_id + 1" })
        {
            await Writer.RefusedByAsync(
                "t8_a_certificate_gives_its_credits", $"update homeroom.education_credit set {change} where district_id = $1", d.Id);
        }
    }

    [Fact, Trait("Rule", "T8")]
    public async Task A_credit_has_one_source_and_cycles_follow_one_another()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        const string Credit = "insert into homeroom.education_credit (district_id, teacher_id, outside_source, hours, earned_on) values ($1, $2, $3, 8, '2026-05-01')";
        await Writer.RefusedByAsync("t8_a_credit_has_one_source", Credit, d.Id, d.Teachers[0], DBNull.Value);
        await Writer.ExecuteAsync(Credit, d.Id, d.Teachers[0], "A course of the province");
        const string Cycle = "insert into homeroom.education_cycle (district_id, name, starts_on, ends_on) values ($1, $2, $3::text::date, $4::text::date)";
        await Writer.ExecuteAsync(Cycle, d.Id, "2021-2025", "2021-01-01", "2026-01-01");
        await Writer.RefusedByAsync("t8_one_cycle_at_a_time", Cycle, d.Id, "2025-2029", "2025-01-01", "2030-01-01");
        await Writer.ExecuteAsync(Cycle, d.Id, "2026-2030", "2026-01-01", "2031-01-01");
    }

    private async Task<string> LedgerAsync(SmallDistrict d) => string.Join(", ", await Writer.ColumnAsync<string>(
        "select earned_on || ' ' || hours from homeroom.education_credit where district_id = $1", d.Id));

    private const string Insert = """
        insert into homeroom.certificate (district_id, number, kind, teacher_id, holder, issuer_school_id, issuer, issued_on, credits)
        values ($1, $3, 'homeroom', $2, 'H', $4, 'I', '2026-01-01', $5)
        """;
}
