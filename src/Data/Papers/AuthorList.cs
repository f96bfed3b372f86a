using System.Text.RegularExpressions;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Papers;

/// <summary>The authors of a paper as they are to be, in their order (rule R1): each a teacher of the district or an outsider by name.</summary>
internal static partial class AuthorList
{
    private const int Most = 200, LongestName = 200, LongestAffiliation = 300;

    /// <summary>The authors as rows, numbered from 1; what is wrong is added to the refusals.</summary>
    public static async Task<List<PaperAuthor>> ReadAsync(
        HomeroomDbContext context, int districtId, IReadOnlyList<PaperAuthorFields> said, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (said.Count == 0) refusals.Add(PaperRules.HasAnAuthor.Refuse(null, "input", "authors"));
        if (said.Count > Most)
        {
            refusals.Add(Refusal.InvalidInput($"A paper has at most {Most} authors. 作者至多{Most}人。", "authors"));
            return [];
        }
        var ids = said.Select(author => author.Teacher).OfType<RecordKey>().Where(key => key.DistrictId == districtId).Select(key => key.Id).Distinct().ToList();
        var names = await context.Teachers.Where(t => t.DistrictId == districtId && ids.Contains(t.TeacherId)).ToDictionaryAsync(t => t.TeacherId, t => t.Name, cancellation);
        var authors = new List<PaperAuthor>(said.Count);
        foreach (var author in said)
            authors.Add(Read(author, authors, names, districtId, refusals));
        return authors;
    }

    private static PaperAuthor Read(PaperAuthorFields said, List<PaperAuthor> before, Dictionary<long, string> names, int districtId, List<Refusal> refusals)
    {
        string[] path = ["input", "authors", before.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        string? teacher = null;
        if (said.Teacher is { } key)
        {
            if (key.DistrictId != districtId || !names.TryGetValue(key.Id, out teacher))
                refusals.Add(Refusal.NotFound("There is no such teacher in the district. 本区县没有该教师。") with { Path = [.. path, "teacherId"] });
            else if (before.Any(other => other.TeacherId == key.Id))
                refusals.Add(PaperRules.TeacherIsNamedOnce.Refuse(null, [.. path, "teacherId"]));
        }
        var name = said.Name?.Trim() is { Length: > 0 } printed ? printed : teacher;
        if (name is not { Length: <= LongestName })
            refusals.Add(PaperRules.AuthorHasAName.Refuse(null, [.. path, "name"]));
        if (said.Affiliation is { Length: > LongestAffiliation })
            refusals.Add(Refusal.InvalidInput($"This is longer than {LongestAffiliation} characters. 此项超过{LongestAffiliation}个字符。") with { Path = [.. path, "affiliation"] });
        if (said.ExternalId is { Length: > 0 } id && !ExternalId().IsMatch(id))
            refusals.Add(PaperRules.ExternalIdNamesItsScheme.Refuse(null, [.. path, "externalId"]));
        return new()
        {
            DistrictId = districtId,
            Position = (short)(before.Count + 1),
            Name = name ?? "",
            TeacherId = said.Teacher?.Id,
            Affiliation = Blank(said.Affiliation),
            IsCorresponding = said.IsCorresponding,
            ExternalId = Blank(said.ExternalId),
        };
    }

    // What goes first makes room; the places of those who stay change in one statement, so two can swap theirs.
    private const string DeleteSql = "delete from homeroom.paper_author a where a.district_id = $1 and a.paper_id = $2 and a.paper_author_id <> all ($3)";

    private const string SaidSql =
        "unnest($3::bigint[], $4::smallint[], $5::text[], $6::bigint[], $7::text[], $8::boolean[], $9::text[]) s (id, position, name, teacher_id, affiliation, is_corresponding, external_id)";

    private const string UpdateSql = $"""
        update homeroom.paper_author a
        set position = s.position, name = s.name, affiliation = s.affiliation, is_corresponding = s.is_corresponding, external_id = s.external_id
        from {SaidSql}
        where a.district_id = $1 and a.paper_id = $2 and a.paper_author_id = s.id
          and (a.position, a.name, a.affiliation, a.is_corresponding, a.external_id)
              is distinct from (s.position, s.name, s.affiliation, s.is_corresponding, s.external_id)
        """;

    private const string InsertSql = $"""
        insert into homeroom.paper_author (district_id, paper_id, position, name, teacher_id, affiliation, is_corresponding, external_id)
        select $1, $2, s.position, s.name, s.teacher_id, s.affiliation, s.is_corresponding, s.external_id from {SaidSql} where s.id = 0 order by s.position
        """;

    /// <summary>Makes a paper's authors those of the list. Who stays among them keeps the row and so the id: a teacher is known by the number, an outsider by the name.</summary>
    /// <param name="connection">Inside the use case's transaction.</param>
    /// <param name="paper">The paper, which is locked.</param>
    /// <param name="there">The authors that it has.</param>
    /// <param name="authors">Those that it is to have.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task WriteAsync(
        NpgsqlConnection connection, RecordKey paper, IReadOnlyList<PaperAuthor> there, IReadOnlyList<PaperAuthor> authors, CancellationToken cancellation)
    {
        var rest = there.ToList();
        foreach (var author in authors)
        {
            if (rest.Find(row => row.TeacherId == author.TeacherId && (row.TeacherId is not null || row.Name == author.Name)) is not { } same) continue;
            author.PaperAuthorId = same.PaperAuthorId;
            rest.Remove(same);
        }
        var delete = Command(DeleteSql, paper);
        delete.Parameters.Add(new() { Value = authors.Select(a => a.PaperAuthorId).ToArray() });
        await using var write = new NpgsqlBatch(connection) { BatchCommands = { delete, Command(UpdateSql, paper, authors), Command(InsertSql, paper, authors) } };
        await write.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(string sql, RecordKey paper) =>
        new(sql) { Parameters = { new() { Value = paper.DistrictId }, new() { Value = paper.Id } } };

    private static NpgsqlBatchCommand Command(string sql, RecordKey paper, IReadOnlyList<PaperAuthor> authors)
    {
        var command = Command(sql, paper);
        command.Parameters.Add(new() { Value = authors.Select(a => a.PaperAuthorId).ToArray() });
        command.Parameters.Add(new() { Value = authors.Select(a => a.Position).ToArray() });
        command.Parameters.Add(new() { Value = authors.Select(a => a.Name).ToArray() });
        command.Parameters.Add(new() { Value = authors.Select(a => a.TeacherId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = authors.Select(a => a.Affiliation).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = authors.Select(a => a.IsCorresponding).ToArray() });
        command.Parameters.Add(new() { Value = authors.Select(a => a.ExternalId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return command;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^\s*[a-z][a-z0-9-]*:\S+\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExternalId();
}
