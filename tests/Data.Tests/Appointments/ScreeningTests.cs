using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Appointments;

public sealed class ScreeningTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact, Trait("Rule", "A2")]
    public async Task A_candidate_is_screened_for_a_class_or_for_a_starting_grade()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await ScreenAsync(d, d.Teachers[0], d.Classes[0], null);
        await ScreenAsync(d, d.Teachers[0], null, 1);
        await Assert.ThrowsAsync<PostgresException>(() => ScreenAsync(d, d.Teachers[0], null, null));
        await Assert.ThrowsAsync<PostgresException>(() => ScreenAsync(d, d.Teachers[0], d.Classes[0], 1));
        await Writer.RefusedByAsync(
            "screening_responsibility_check", "update homeroom.screening set responsibility = 101 where district_id = $1", d.Id);
    }

    [Fact, Trait("Rule", "A2")]
    public async Task An_appointment_rests_on_a_screening_of_the_same_teacher()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        const string Rest = """
            update homeroom.appointment set screening_id = (select screening_id from homeroom.screening where district_id = $1 and teacher_id = $2)
            where district_id = $1
            """;
        await ScreenAsync(d, d.Teachers[1], d.Classes[0], null);
        await Writer.RefusedByAsync("appointment_district_id_school_id_teacher_id_screening_id_fkey", Rest, d.Id, d.Teachers[1]);
        await ScreenAsync(d, d.Teachers[0], d.Classes[0], null);
        await Writer.ExecuteAsync(Rest, d.Id, d.Teachers[0]);
    }

    [Theory, Trait("Rule", "A6")]
    [InlineData("a6_credit_is_a_share_of_a_load", "lesson_load_credit = 1.5")]
    [InlineData("a6_allowance_is_not_negative", "monthly_allowance = -1")]
    [InlineData("a5_an_approval_says_who_and_when", "approved_on = null")]
    public async Task What_is_noted_on_an_appointment_makes_sense(string constraint, string set)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await Writer.ExecuteAsync("""
            update homeroom.appointment set lesson_load_credit = 0.5, monthly_allowance = 600, approved_by = 'X', approved_on = '2026-08-25'
            where district_id = $1
            """, d.Id);
        await Writer.RefusedByAsync(constraint, $"update homeroom.appointment set {set} where district_id = $1", d.Id);
    }

    private Task ScreenAsync(SmallDistrict d, long teacher, long? schoolClass, int? grade) => Writer.ExecuteAsync("""
        insert into homeroom.screening (district_id, school_id, school_year_id, teacher_id, class_id, starting_grade, screened_on, screened_by,
            love_of_students, love_of_the_work, conduct, knowledge_and_teaching, organising_ability, responsibility, outcome)
        values ($1, $2, $3, $4, $5, $6::int, '2026-08-20', 'X', 90, 90, 95, 80, 85, 100, 'suitable')
        """, d.Id, d.School, d.SchoolYear, teacher, (object?)schoolClass ?? DBNull.Value, (object?)grade ?? DBNull.Value);
}
