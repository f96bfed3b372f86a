using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

internal sealed class OneProject : LimitQuestion
{
    private static readonly JsonEncodedText Project = Key("researchProject"), Number = Key("number"), Title = Key("title"), Level = Key("level"),
        State = Key("state"), CreatedOn = Key("createdOn"), DueOn = Key("dueOn"), Leader = Key("leader"), PersonName = Key("name"),
        StaffNumber = Key("staffNumber"), School = Key("school"), Code = Key("code"), Members = Key("members"), Nodes = Key("nodes");

    public override string Name => nameof(OneProject);

    public override string Sql => """
        select p.number, p.title, p.level, p.state, p.created_on, p.due_on, t.name, t.staff_number, s.name, s.code, m.items
        from homeroom.research_project p
        join homeroom.teacher t on t.district_id = p.district_id and t.teacher_id = p.leader_id
        join homeroom.school s on s.district_id = p.district_id and s.school_id = p.school_id
        cross join lateral (
            select concat('[', string_agg(concat('{"name":', to_json(x.name), ',"role":"', upper(x.role), '","duty":', to_json(x.duty),
                                                 ',"teacher":{"staffNumber":', to_json(x.staff_number), '}}'), ','), ']') as items
            from (select m.name, m.role, m.duty, k.staff_number
                  from homeroom.research_member m
                  join homeroom.teacher k on k.district_id = m.district_id and k.teacher_id = m.teacher_id
                  where m.district_id = p.district_id and m.research_project_id = p.research_project_id
                  order by m.role, m.position, m.research_member_id limit 5) x) m
        where p.district_id = $1 and p.research_project_id = $2
        """;

    public override NpgsqlParameter[] Parameters() => [Of<int>(), Of<long>()];

    public override void Bind(IQueryCollection query, NpgsqlParameterCollection parameters)
    {
        Set(parameters, 0, Int(query, "district"));
        Set(parameters, 1, Long(query, "project"));
    }

    public override async Task WriteAsync(NpgsqlDataReader rows, LimitWriter json, IQueryCollection query)
    {
        json.Json.WriteStartObject();
        if (await rows.ReadAsync()) WriteProject(rows, json);
        else json.Json.WriteNull(Project);
        json.Json.WriteEndObject();
    }

    private static void WriteProject(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject(Project);
        json.Text(Number, row, 0);
        json.Text(Title, row, 1);
        json.Name(Level, row, 2);
        json.Name(State, row, 3);
        json.Date(CreatedOn, row, 4);
        json.Date(DueOn, row, 5);
        json.Json.WriteStartObject(Leader);
        json.Text(PersonName, row, 6);
        json.Text(StaffNumber, row, 7);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(School);
        json.Text(PersonName, row, 8);
        json.Text(Code, row, 9);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(Members);
        json.Items(Nodes, row, 10);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }
}
