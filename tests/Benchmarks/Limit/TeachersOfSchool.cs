using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

internal sealed class TeachersOfSchool : LimitQuestion
{
    private static readonly JsonEncodedText School = Key("school"), PersonName = Key("name"), Code = Key("code"), Teachers = Key("teachers"),
        Nodes = Key("nodes"), StaffNumber = Key("staffNumber"), Appointments = Key("appointments"), Kind = Key("kind"), Class = Key("class"),
        Authorships = Key("authorships"), Mentorships = Key("mentorshipsAsMentee"), Mentor = Key("mentor");

    public override string Name => nameof(TeachersOfSchool);

    public override string Sql => """
        select s.name, s.code, t.name, t.staff_number, c.kind, c.name, w.items, m.name, m.staff_number
        from homeroom.school s
        left join lateral (
            select t.district_id, t.teacher_id, t.name, t.staff_number, t.pinyin
            from homeroom.teacher t
            where t.district_id = s.district_id
              and exists (select from homeroom.employment e
                          where e.district_id = t.district_id and e.teacher_id = t.teacher_id and e.school_id = s.school_id
                            and e.starts_on <= $3 and (e.ends_on is null or $3 < e.ends_on))
            order by t.pinyin, t.teacher_id limit 20) t on true
        left join lateral (
            select a.kind, k.name
            from homeroom.appointment a
            join homeroom.class k on k.district_id = a.district_id and k.class_id = a.class_id
            where a.district_id = t.district_id and a.teacher_id = t.teacher_id and a.state = 'active' and a.kind in ('homeroom', 'acting')
              and a.starts_on <= $3 and (a.ends_on is null or $3 < a.ends_on)
            order by a.starts_on, a.appointment_id limit 1) c on true
        left join lateral (
            select concat('[', string_agg(concat('{"position":', x.position, ',"paper":{"title":', to_json(x.title),
                                                 ',"publishedOn":"', x.published_on, '"}}'), ','), ']') as items
            from (select a.position, p.title, p.published_on
                  from homeroom.paper_author a
                  join homeroom.paper p on p.district_id = a.district_id and p.paper_id = a.paper_id
                  where a.district_id = t.district_id and a.teacher_id = t.teacher_id
                  order by a.position, a.paper_author_id limit 5) x) w on true
        left join lateral (
            select k.name, k.staff_number
            from homeroom.mentorship m
            join homeroom.teacher k on k.district_id = m.district_id and k.teacher_id = m.mentor_id
            where m.district_id = t.district_id and m.mentee_id = t.teacher_id and m.starts_on <= $3 and (m.ended_on is null or $3 < m.ended_on)
            order by m.starts_on desc, m.mentorship_id desc limit 1) m on true
        where s.district_id = $1 and s.school_id = $2
        order by t.pinyin, t.teacher_id
        """;

    public override NpgsqlParameter[] Parameters() => [Of<int>(), Of<long>(), Of<DateOnly>()];

    public override void Bind(IQueryCollection query, NpgsqlParameterCollection parameters)
    {
        Set(parameters, 0, Int(query, "district"));
        Set(parameters, 1, Long(query, "school"));
        Set(parameters, 2, Date(query["on"].ToString()));
    }

    public override async Task WriteAsync(NpgsqlDataReader rows, LimitWriter json, IQueryCollection query)
    {
        json.Json.WriteStartObject();
        if (await rows.ReadAsync()) await WriteSchoolAsync(rows, json);
        else json.Json.WriteNull(School);
        json.Json.WriteEndObject();
    }

    private static async Task WriteSchoolAsync(NpgsqlDataReader rows, LimitWriter json)
    {
        json.Json.WriteStartObject(School);
        json.Text(PersonName, rows, 0);
        json.Text(Code, rows, 1);
        json.Json.WriteStartObject(Teachers);
        json.Json.WriteStartArray(Nodes);
        do
        {
            if (!rows.IsDBNull(2)) WriteTeacher(rows, json);
        }
        while (await rows.ReadAsync());
        json.Json.WriteEndArray();
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }

    private static void WriteTeacher(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject();
        json.Text(PersonName, row, 2);
        json.Text(StaffNumber, row, 3);
        json.Json.WriteStartObject(Appointments);
        json.Json.WriteStartArray(Nodes);
        if (!row.IsDBNull(4)) WriteAppointment(row, json);
        json.Json.WriteEndArray();
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(Authorships);
        json.Items(Nodes, row, 6);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(Mentorships);
        json.Json.WriteStartArray(Nodes);
        if (!row.IsDBNull(7)) WriteMentor(row, json);
        json.Json.WriteEndArray();
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }

    private static void WriteAppointment(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject();
        json.Name(Kind, row, 4);
        json.Json.WriteStartObject(Class);
        json.Text(PersonName, row, 5);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }

    private static void WriteMentor(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject();
        json.Json.WriteStartObject(Mentor);
        json.Text(PersonName, row, 7);
        json.Text(StaffNumber, row, 8);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }
}
