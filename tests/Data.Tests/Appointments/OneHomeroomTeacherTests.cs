using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Appointments;

[Trait("Rule", "A1")]
public sealed class OneHomeroomTeacherTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string OneTeacher = "a1_one_homeroom_teacher_a_class";
    private const string OneClass = "a1_one_class_a_homeroom_teacher";

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    public async Task A_class_has_one_homeroom_teacher_at_any_date()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", "2027-09-01");
        await d.AppointRefusedByAsync(OneTeacher, d.Classes[0], d.Teachers[1], "2027-08-31", null);
        await d.AppointRefusedByAsync(OneTeacher, d.Classes[0], d.Teachers[1], "2026-01-01", "2026-09-02");
    }

    [Fact]
    public async Task A_teacher_heads_one_class_at_any_date()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await d.AppointRefusedByAsync(OneClass, d.Classes[1], d.Teachers[0], "2030-01-01", "2031-01-01");
    }

    [Fact]
    public async Task The_day_one_ends_on_is_free_for_the_next()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", "2027-03-01");
        await d.AppointAsync(d.Classes[0], d.Teachers[1], "2027-03-01", null);
        await d.AppointAsync(d.Classes[1], d.Teachers[0], "2027-03-01", null);
    }

    [Fact]
    public async Task Acting_cover_takes_the_class_over_so_the_term_must_be_interrupted()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", "2026-10-12");
        await d.AppointAsync(d.Classes[0], d.Teachers[1], "2026-10-12", "2026-12-21", kind: "acting");
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-12-21", "2027-09-01");
        await d.AppointRefusedByAsync(OneTeacher, d.Classes[0], d.Teachers[2], "2026-11-01", "2026-11-02", kind: "acting");
        await d.AppointRefusedByAsync(OneClass, d.Classes[1], d.Teachers[1], "2026-12-20", "2027-01-01", kind: "acting");
    }

    [Fact]
    public async Task A_deputy_is_a_post_of_its_own_beside_the_homeroom_teacher()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await d.AppointAsync(d.Classes[0], d.Teachers[1], "2026-09-01", null, kind: "deputy");
        await d.AppointAsync(d.Classes[1], d.Teachers[1], "2026-09-01", null);
    }

    [Fact]
    public async Task A_void_appointment_does_not_count()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null, state: "void");
        await d.AppointAsync(d.Classes[0], d.Teachers[1], "2026-09-01", null);
        await Writer.RefusedByAsync(
            OneTeacher, "update homeroom.appointment set state = 'active' where district_id = $1 and teacher_id = $2", d.Id, d.Teachers[0]);
    }

    [Fact]
    public async Task One_statement_can_swap_two_teachers()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await d.AppointAsync(d.Classes[1], d.Teachers[1], "2026-09-01", null);
        await Writer.ExecuteAsync(
            "update homeroom.appointment set teacher_id = $2 + $3 - teacher_id where district_id = $1", d.Id, d.Teachers[0], d.Teachers[1]);
        Assert.Equal(
            [d.Teachers[1], d.Teachers[0]],
            await Writer.ColumnAsync<long>("select teacher_id from homeroom.appointment where district_id = $1 order by class_id", d.Id));
    }

    [Fact]
    public async Task Of_two_writers_at_the_same_time_one_is_refused()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var attempts = d.Teachers.Select(teacher => Record.ExceptionAsync(
            () => d.AppointAsync(d.Classes[0], teacher, "2026-09-01", null)).AsTask());
        var refusals = (await Task.WhenAll(attempts)).Where(e => e is not null).ToList();
        Assert.Equal(2, refusals.Count);
        Assert.All(refusals, refusal => Assert.Contains(
            Assert.IsType<PostgresException>(refusal).SqlState, new[] { PostgresErrorCodes.ExclusionViolation, PostgresErrorCodes.DeadlockDetected }));
    }

    [Fact]
    public async Task An_end_lies_after_the_start_and_a_reason_needs_an_end()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await d.AppointRefusedByAsync("a1_appointment_ends_after_it_starts", d.Classes[0], d.Teachers[0], "2026-09-01", "2026-09-01");
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await Writer.RefusedByAsync(
            "a5_an_end_reason_needs_an_end", "update homeroom.appointment set end_reason = 'transfer' where district_id = $1", d.Id);
    }
}
