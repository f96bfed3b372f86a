using Npgsql;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>Reads what the district has already.</summary>
internal static class StoredDistrictReader
{
    public static async Task<StoredDistrict> ReadAsync(NpgsqlConnection connection, Roster roster, CancellationToken cancel)
    {
        var stored = new StoredDistrict(roster);
        var (from, to) = PeriodOf(roster);

        await EachAsync("select school_id, source_id, name, code from homeroom.school where district_id = $1",
            row => stored.Schools.Add(row.GetString(3), Row(row)));
        await EachAsync("select teacher_id, source_id, name, staff_number from homeroom.teacher where district_id = $1",
            row => stored.Teachers.Add(row.GetString(3), Row(row)));
        await EachAsync("select school_year_id, source_id, name, starts_on, ends_on from homeroom.school_year where district_id = $1",
            row => stored.Years.Add(Period(row, null, 0)));
        await EachAsync(
            """
            select semester_id, source_id, name, starts_on, ends_on, school_year_id, number
            from homeroom.semester where district_id = $1
            """,
            row => stored.Semesters.Add(Period(row, row.GetInt64(5), row.GetInt16(6))));
        await EachAsync(
            """
            select e.employment_id, e.source_id, e.teacher_id, e.school_id, s.name, e.starts_on, e.ends_on, e.is_primary
            from homeroom.employment e
            join homeroom.school s on s.district_id = e.district_id and s.school_id = e.school_id
            where e.district_id = $1
            """,
            row => stored.Add(new StoredEmployment(
                row.GetInt64(0), Text(row, 1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), Day(row, 5), DayOrNone(row, 6), row.GetBoolean(7))));
        await EachAsync(
            """
            select c.class_id, c.source_id, c.name, c.school_id, c.school_year_id, c.grade, c.number,
                   exists (select from homeroom.appointment a where a.district_id = c.district_id and a.class_id = c.class_id)
            from homeroom.class c where c.district_id = $1
            """,
            row =>
            {
                stored.Classes.Add(new ClassSlot(row.GetInt64(3), row.GetInt64(4), row.GetInt16(5), row.GetInt16(6)), Row(row));
                if (row.GetBoolean(7)) stored.ClassesWithAppointments.Add(row.GetInt64(0));
            });
        await EachAsync(
            """
            select a.appointment_id, a.source_id, a.class_id, a.teacher_id, a.starts_on, a.ends_on,
                   s.name || ' ' || c.name || ', ' || t.name || ', ' || a.starts_on || '–' || coalesce(a.ends_on::text, '')
            from homeroom.appointment a
            join homeroom.school s on s.district_id = a.district_id and s.school_id = a.school_id
            join homeroom.class c on c.district_id = a.district_id and c.class_id = a.class_id
            join homeroom.teacher t on t.district_id = a.district_id and t.teacher_id = a.teacher_id
            where a.district_id = $1 and a.state = 'active' and a.kind in ('homeroom', 'acting')
              and a.starts_on < $3 and (a.ends_on is null or $2 < a.ends_on)
            """,
            row => stored.Appointments.Add(new StoredAppointment(
                row.GetInt64(0), Text(row, 1), row.GetInt64(2), row.GetInt64(3), Day(row, 4), DayOrNone(row, 5), row.GetString(6))),
            from, to);
        return stored;

        async Task EachAsync(string sql, Action<NpgsqlDataReader> take, params DateOnly[] days)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new() { Value = roster.District.DistrictId });
            foreach (var day in days) command.Parameters.Add(new() { Value = day });
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) take(reader);
        }
    }

    /// <summary>The days the bundle's sessions and appointments are about.</summary>
    private static (DateOnly From, DateOnly To) PeriodOf(Roster roster)
    {
        var days = roster.Sessions.Rows.SelectMany(s => new[] { s.Start, s.End })
            .Concat(roster.Enrollments.Rows.SelectMany(e => new[] { e.Begin, e.End }))
            .OfType<DateOnly>().ToList();
        return days.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (days.Min(), days.Max());
    }

    private static StoredRow Row(NpgsqlDataReader row) => new(row.GetInt64(0), Text(row, 1), row.GetString(2));

    private static StoredPeriod Period(NpgsqlDataReader row, long? year, short number) =>
        new(row.GetInt64(0), Text(row, 1), row.GetString(2), Day(row, 3), Day(row, 4), year, number);

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static DateOnly Day(NpgsqlDataReader row, int at) => row.GetFieldValue<DateOnly>(at);

    private static DateOnly? DayOrNone(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : Day(row, at);
}
