using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Training;

/// <summary>Short ways to write training records of a small district.</summary>
internal static class TrainingRows
{
    public static Task<long> AddSchoolAsync(this SmallDistrict d, NpgsqlDataSource writer) => writer.ScalarAsync<long>(
        "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S2', 's2', 'primary') returning school_id", d.Id);

    /// <summary>A programme; without a school it is the district's.</summary>
    public static Task<long> AddProgrammeAsync(this SmallDistrict d, NpgsqlDataSource writer, long? school = null) => writer.ScalarAsync<long>("""
        insert into homeroom.training_programme (district_id, school_id, school_year_id, name, target_group, organising_office, hours_required)
        values ($1, $2::bigint, $3, 'P' || coalesce($2::bigint, 0), 'homeroom_teachers', 'O', 30) returning training_programme_id
        """, d.Id, OrNull(school), d.SchoolYear);

    public static Task<long> AddModuleAsync(this SmallDistrict d, NpgsqlDataSource writer, long programme, int? passMark = 60) => writer.ScalarAsync<long>("""
        insert into homeroom.training_module (district_id, training_programme_id, number, name, hours, pass_mark)
        select $1::int, $2::bigint, count(*) + 1, 'M', 6, $3::int from homeroom.training_module where training_programme_id = $2::bigint returning training_module_id
        """, d.Id, programme, OrNull(passMark));

    /// <summary>A session; without a school it is the district's.</summary>
    public static Task<long> AddSessionAsync(
        this SmallDistrict d, NpgsqlDataSource writer, long? school = null, string kind = "expert_lecture", string day = "2026-10-10",
        string state = "held", double hours = 3, long? programme = null, long? passesOn = null) =>
        writer.ScalarAsync<long>(SessionSql, SessionOf(d, school, kind, day, state, hours, programme, passesOn));

    public static Task SessionRefusedByAsync(
        this SmallDistrict d, NpgsqlDataSource writer, string constraint, long? school = null, string kind = "expert_lecture",
        string day = "2026-10-10", long? programme = null, long? passesOn = null) =>
        writer.RefusedByAsync(constraint, SessionSql, SessionOf(d, school, kind, day, "held", 3, programme, passesOn));

    public static Task AttendAsync(
        this SmallDistrict d, NpgsqlDataSource writer, long session, long teacher, string status = "present", long? school = null) =>
        writer.ExecuteAsync(AttendSql, d.Id, school ?? d.School, session, teacher, status);

    public static Task AttendRefusedByAsync(this SmallDistrict d, NpgsqlDataSource writer, string constraint, long session, long teacher, long? school = null) =>
        writer.RefusedByAsync(constraint, AttendSql, d.Id, school ?? d.School, session, teacher, "present");

    public static object OrNull(object? value) => value ?? DBNull.Value;

    private static object[] SessionOf(
        SmallDistrict d, long? school, string kind, string day, string state, double hours, long? programme, long? passesOn) =>
        [d.Id, OrNull(school), OrNull(programme), kind, day, hours, state, OrNull(passesOn)];

    private const string SessionSql = """
        insert into homeroom.training_session
            (district_id, school_id, training_programme_id, kind, topic, held_on, hours, state, passes_on_session_id)
        values ($1, $2, $3, $4, 'T', $5::text::date, $6::float8, $7, $8) returning training_session_id
        """;

    private const string AttendSql = """
        insert into homeroom.training_attendance (district_id, school_id, training_session_id, teacher_id, status, held_on, hours)
        values ($1, $2, $3, $4, $5, '2000-01-01', 99)
        """;
}
