using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

internal sealed class SchoolFigures : LimitQuestion
{
    private static readonly JsonEncodedText Schools = Key("schools"), Nodes = Key("nodes"), SchoolName = Key("name"), Code = Key("code"),
        Projects = Key("researchProjectGroups"), Awards = Key("awardGroups");

    public override string Name => nameof(SchoolFigures);

    public override string Sql => """
        select s.name, s.code, p.items, a.items
        from homeroom.school s
        left join (
            select x.school_id, concat('[', string_agg(concat('{"key":{"state":"', upper(x.state), '"},"count":', x.projects, '}'), ',' order by x.state), ']') as items
            from (select school_id, state, count(*) as projects from homeroom.research_project
                  where district_id = $1 and created_on >= $2 and state <> 'draft' group by school_id, state) x
            group by x.school_id) p on p.school_id = s.school_id
        left join (
            select x.school_id, concat('[', string_agg(concat('{"key":{"level":"', upper(x.level), '"},"papers":', x.papers, '}'), ',' order by x.level), ']') as items
            from (select school_id, level, count(distinct paper_id) as papers from homeroom.award
                  where district_id = $1 and kind in ('excellent_paper', 'excellent_case') and granted_on >= $2 group by school_id, level) x
            group by x.school_id) a on a.school_id = s.school_id
        where s.district_id = $1
        order by s.pinyin, s.school_id limit 100
        """;

    public override NpgsqlParameter[] Parameters() => [Of<int>(), Of<DateOnly>()];

    public override void Bind(IQueryCollection query, NpgsqlParameterCollection parameters)
    {
        Set(parameters, 0, Int(query, "district"));
        Set(parameters, 1, Date(query["since"].ToString()));
    }

    public override async Task WriteAsync(NpgsqlDataReader rows, LimitWriter json, IQueryCollection query)
    {
        json.Json.WriteStartObject();
        json.Json.WriteStartObject(Schools);
        json.Json.WriteStartArray(Nodes);
        while (await rows.ReadAsync()) WriteSchool(rows, json);
        json.Json.WriteEndArray();
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }

    private static void WriteSchool(NpgsqlDataReader row, LimitWriter json)
    {
        json.Json.WriteStartObject();
        json.Text(SchoolName, row, 0);
        json.Text(Code, row, 1);
        json.Json.WriteStartObject(Projects);
        json.Items(Nodes, row, 2);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject(Awards);
        json.Items(Nodes, row, 3);
        json.Json.WriteEndObject();
        json.Json.WriteEndObject();
    }
}
