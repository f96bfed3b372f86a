using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests;

/// <summary>A district with the least that an appointment needs: one school, one year, two classes, three teachers.</summary>
internal sealed class SmallDistrict(NpgsqlDataSource writer)
{
    private static int made;

    public int Id { get; private init; }
    public long School { get; private init; }
    public long SchoolYear { get; private init; }
    public long Cohort { get; private init; }
    public long[] Classes { get; private init; } = [];
    public long[] Teachers { get; private init; } = [];

    public static async Task<SmallDistrict> CreateAsync(NpgsqlDataSource writer)
    {
        var number = Interlocked.Increment(ref made);
        var id = await writer.ScalarAsync<int>(
            "insert into homeroom.district (code, name, city, province, since) values ($1, 'D', 'C', 'P', '2000-01-01') returning district_id",
            $"{number:000000}");
        var school = await writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000001', 'S', 's', 'primary') returning school_id",
            id);
        var year = await writer.ScalarAsync<long>(
            "insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, 'Y', '2026-09-01', '2027-09-01') returning school_year_id",
            id);
        var cohort = await writer.ScalarAsync<long>(
            "insert into homeroom.cohort (district_id, school_id, section, entry_year) values ($1, $2, 'primary', 2026) returning cohort_id",
            id, school);
        var classes = await writer.ColumnAsync<long>(
            """
            insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name)
            select $1, $2, $3, $4, 1, n, 'C' || n from generate_series(1, 2) n returning class_id
            """, id, school, year, cohort);
        var teachers = await writer.ColumnAsync<long>(
            """
            insert into homeroom.teacher (district_id, staff_number, name, pinyin)
            select $1, 'T' || n, 'T' || n, 't' || n from generate_series(1, 3) n returning teacher_id
            """, id);
        return new(writer) { Id = id, School = school, SchoolYear = year, Cohort = cohort, Classes = [.. classes], Teachers = [.. teachers] };
    }

    /// <summary>The same district with these teachers.</summary>
    public SmallDistrict With(long[] teachers) =>
        new(writer) { Id = Id, School = School, SchoolYear = SchoolYear, Cohort = Cohort, Classes = Classes, Teachers = teachers };

    /// <summary>Appoints; the end is exclusive, null is open.</summary>
    public Task AppointAsync(
        long schoolClass, long teacher, string startsOn, string? endsOn, string kind = "homeroom", string state = "active") =>
        writer.ExecuteAsync(AppointSql, Id, School, schoolClass, teacher, kind, state, startsOn, (object?)endsOn ?? DBNull.Value);

    public Task AppointRefusedByAsync(string constraint, long schoolClass, long teacher, string startsOn, string? endsOn, string kind = "homeroom") =>
        writer.RefusedByAsync(
            constraint, AppointSql, Id, School, schoolClass, teacher, kind, "active", startsOn, (object?)endsOn ?? DBNull.Value);

    private const string AppointSql = """
        insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, state, starts_on, ends_on)
        values ($1, $2, $3, $4, $5, $6, $7::text::date, $8::text::date)
        """;
}
