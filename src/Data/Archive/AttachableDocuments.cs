using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Archive;

/// <summary>Documents as other use cases attach them to their records (rule V2).</summary>
public static class AttachableDocuments
{
    // FOR KEY SHARE is what the record's foreign key takes anyway: taken now, the document can't be removed between the question and the record.
    private const string AttachableSql = """
        select d.document_id from homeroom.document d
        where d.district_id = $1 and d.school_id = $2 and d.document_id = $3
          and (d.uploaded_by_account = $4 or d.uploaded_by_teacher_id = any ($5)
               or $6::bigint is not null and (
                   exists (select from homeroom.research_portfolio_item i
                           where i.district_id = d.district_id and i.document_id = d.document_id and i.research_project_id = $6)
                   or exists (select from homeroom.research_milestone m
                              where m.district_id = d.district_id and m.document_id = d.document_id and m.research_project_id = $6)
                   or exists (select from homeroom.research_milestone_request q
                              where q.district_id = d.district_id and q.document_id = d.document_id and q.research_project_id = $6)
                   or exists (select from homeroom.research_extension_request e
                              where e.district_id = d.district_id and e.document_id = d.document_id and e.research_project_id = $6)))
        for key share
        """;

    /// <summary>Makes sure that a document may be named by a record of a school, until the transaction ends: it is of that school, and the caller uploaded it, or
    /// a record of the same project names it already.</summary>
    /// <param name="connection">Inside the use case's transaction.</param>
    /// <param name="caller">Who attaches it.</param>
    /// <param name="school">The school of the record.</param>
    /// <param name="document">The document.</param>
    /// <param name="projectId">The research project whose record it is, where it is of one.</param>
    /// <param name="field">The part of the input that names it.</param>
    /// <exception cref="RefusedException">It may not; one that is foreign looks like one that is not there.</exception>
    public static async Task RequireAsync(
        NpgsqlConnection connection, Caller caller, RecordKey school, RecordKey document, long? projectId, string field, CancellationToken cancellation)
    {
        if (document.DistrictId != school.DistrictId)
            throw NoSuchDocument(field);
        await using var attachable = new NpgsqlCommand(AttachableSql, connection)
        {
            Parameters =
            {
                new() { Value = school.DistrictId }, new() { Value = school.Id }, new() { Value = document.Id }, new() { Value = caller.Account.AccountNumber },
                new() { Value = caller.TeachersIn(document.DistrictId).ToArray() }, new() { Value = (object?)projectId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint },
            },
        };
        if (await attachable.ExecuteScalarAsync(cancellation) is null)
            throw NoSuchDocument(field);
    }

    /// <summary>The document that a record of a school is to name: the one that it names already, another that may be attached, or none.</summary>
    /// <param name="connection">Inside the use case's transaction.</param>
    /// <param name="caller">Who attaches it.</param>
    /// <param name="school">The school of the record.</param>
    /// <param name="named">What the record names now.</param>
    /// <param name="document">What it is to name.</param>
    /// <exception cref="RefusedException">It may not; see <see cref="RequireAsync"/>.</exception>
    public static async Task<long?> ChooseAsync(
        NpgsqlConnection connection, Caller caller, RecordKey school, long? named, RecordKey? document, CancellationToken cancellation)
    {
        if (document is not { } key) return null;
        if (key != new RecordKey(school.DistrictId, named ?? 0))
            await RequireAsync(connection, caller, school, key, projectId: null, "documentId", cancellation);
        return key.Id;
    }

    private static RefusedException NoSuchDocument(string field) =>
        new(Refusal.NotFound("There is no such document of this school that you uploaded. 没有您为该校上传的此文件。", field));
}
