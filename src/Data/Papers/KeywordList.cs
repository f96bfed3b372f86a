using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Papers;

/// <summary>The keywords of a paper as they are to be, in their order (rule R1).</summary>
internal static class KeywordList
{
    private const int Most = 30, Longest = 100;

    /// <summary>The keywords without blanks around them; blank ones are left out. What is wrong is added to the refusals.</summary>
    public static List<string> Read(IReadOnlyList<string> said, List<Refusal> refusals)
    {
        var keywords = said.Select(keyword => keyword.Trim()).Where(keyword => keyword.Length > 0).ToList();
        if (keywords.Count > Most)
            refusals.Add(Refusal.InvalidInput($"A paper has at most {Most} keywords. 关键词至多{Most}个。", "keywords"));
        if (keywords.Exists(keyword => keyword.Length > Longest))
            refusals.Add(Refusal.InvalidInput($"A keyword has at most {Longest} characters. 关键词不超过{Longest}个字符。", "keywords"));
        return keywords;
    }

    // Few, so those that differ at all are written anew.
    private const string DeleteSql = """
        delete from homeroom.paper_keyword k where k.district_id = $1 and k.paper_id = $2
          and not exists (select from unnest($3::text[]) with ordinality s (keyword, position) where s.position = k.position and s.keyword = k.keyword)
        """;

    private const string InsertSql = """
        insert into homeroom.paper_keyword (district_id, paper_id, position, keyword)
        select $1, $2, s.position, s.keyword from unnest($3::text[]) with ordinality s (keyword, position)
        where not exists (select from homeroom.paper_keyword k where k.district_id = $1 and k.paper_id = $2 and k.position = s.position)
        """;

    /// <summary>Makes a paper's keywords those of the list.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, RecordKey paper, IReadOnlyList<string> keywords, CancellationToken cancellation)
    {
        await using var write = new NpgsqlBatch(connection) { BatchCommands = { Command(DeleteSql, paper, keywords), Command(InsertSql, paper, keywords) } };
        await write.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(string sql, RecordKey paper, IReadOnlyList<string> keywords) => new(sql)
    {
        Parameters = { new() { Value = paper.DistrictId }, new() { Value = paper.Id }, new() { Value = keywords.ToArray() } },
    };
}
