using Npgsql;

namespace HomeroomGraph.Testing;

/// <summary>Writes papers (rule R1) of one school, or of none, with their authors and keywords.</summary>
public sealed class PaperRecords(NpgsqlDataSource writer, int districtId, long? schoolId)
{
    /// <summary>A paper; authors are names, with the teacher where one is given.</summary>
    public async Task<long> WriteAsync(
        string title, string publishedOn, (string Name, long? TeacherId)[] authors, string[]? keywords = null, string? doi = null, string precision = "day", long? document = null) =>
        await writer.ScalarAsync<long>(
            """
            with paper as (
                insert into homeroom.paper (district_id, school_id, kind, title, doi, published_on, published_precision, document_id, first_author)
                values ($1, $2, 'paper', $3, $4, $5::text::date, $6, $7, ($8::text[])[1]) returning paper_id),
            authors as (
                insert into homeroom.paper_author (district_id, paper_id, position, name, teacher_id)
                select $1, paper_id, a.place, a.name, a.teacher from paper, unnest($8::text[], $9::bigint[]) with ordinality a (name, teacher, place)),
            keywords as (
                insert into homeroom.paper_keyword (district_id, paper_id, position, keyword)
                select $1, paper_id, k.place, k.keyword from paper, unnest($10::text[]) with ordinality k (keyword, place))
            select paper_id from paper
            """,
            districtId, (object?)schoolId ?? DBNull.Value, title, (object?)doi ?? DBNull.Value, publishedOn, precision, (object?)document ?? DBNull.Value,
            authors.Select(a => a.Name).ToArray(), authors.Select(a => a.TeacherId).ToArray(), keywords ?? []);
}
