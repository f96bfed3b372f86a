using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

internal sealed class ProjectsOfDistrict : LimitQuestion
{
    private const int PageSize = 50;

    private static readonly JsonEncodedText Projects = Key("researchProjects"), Nodes = Key("nodes"), Number = Key("number"), Title = Key("title"),
        State = Key("state"), Level = Key("level"), CreatedOn = Key("createdOn"), Leader = Key("leader"), PersonName = Key("name"),
        StaffNumber = Key("staffNumber"), School = Key("school"), Code = Key("code"), Papers = Key("papers"), PageInfo = Key("pageInfo"),
        HasNextPage = Key("hasNextPage"), EndCursor = Key("endCursor");

    public override string Name => nameof(ProjectsOfDistrict);

    public override string Sql => $$"""
        select p.number, p.title, p.state, p.level, p.created_on, t.name, t.staff_number, s.name, s.code, l.items, p.research_project_id
        from (select * from homeroom.research_project
              where district_id = $1 and state = $2 and level = $3
              order by created_on desc, research_project_id desc limit {{PageSize + 1}}) p
        join homeroom.teacher t on t.district_id = p.district_id and t.teacher_id = p.leader_id
        join homeroom.school s on s.district_id = p.district_id and s.school_id = p.school_id
        cross join lateral (
            select concat('[', string_agg(concat('{"title":', to_json(x.title), ',"publishedOn":"', x.published_on, '","kind":"', upper(x.kind), '"}'), ','), ']') as items
            from (select a.title, a.published_on, a.kind from homeroom.paper a
                  where a.district_id = p.district_id and a.research_project_id = p.research_project_id
                  order by a.published_on desc, a.paper_id desc limit 3) x) l
        order by p.created_on desc, p.research_project_id desc
        """;

    public override NpgsqlParameter[] Parameters() => [Of<int>(), Of<string>(), Of<string>()];

    public override void Bind(IQueryCollection query, NpgsqlParameterCollection parameters)
    {
        Set(parameters, 0, Int(query, "district"));
        Set(parameters, 1, query["state"].ToString());
        Set(parameters, 2, query["level"].ToString());
    }

    public override async Task WriteAsync(NpgsqlDataReader rows, LimitWriter json, IQueryCollection query)
    {
        json.Json.WriteStartObject();
        json.Json.WriteStartObject(Projects);
        json.Json.WriteStartArray(Nodes);
        var (count, cursor) = (0, "");
        while (count < PageSize && await rows.ReadAsync())
        {
            var created = WriteProject(rows, json);
            if (++count == PageSize) cursor = $"{created:yyyy-MM-dd},{rows.GetInt64(10)}";
        }

        json.Json.WriteEndArray();
        json.Json.WriteStartObject(PageInfo);
        json.Json.WriteBoolean(HasNextPage, count == PageSize && await rows.ReadAsync());
        json.Json.WriteString(EndCursor, cursor);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }

    private static DateOnly WriteProject(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject();
        json.Text(Number, row, 0);
        json.Text(Title, row, 1);
        json.Name(State, row, 2);
        json.Name(Level, row, 3);
        var created = row.GetFieldValue<DateOnly>(4);
        json.Date(CreatedOn, created);
        json.Json.WriteStartObject(Leader);
        json.Text(PersonName, row, 5);
        json.Text(StaffNumber, row, 6);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(School);
        json.Text(PersonName, row, 7);
        json.Text(Code, row, 8);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(Papers);
        json.Items(Nodes, row, 9);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
        return created;
    }
}
