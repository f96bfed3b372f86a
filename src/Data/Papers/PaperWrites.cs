using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Papers;

/// <summary>What came of a change: the paper.</summary>
public sealed record PaperWritten(int DistrictId, long PaperId);

/// <summary>
/// Runs the changes of papers, each in one transaction (<see cref="RecordWrites"/>). Of duplicates the database takes one (rule R1); the other is told which it is.
/// </summary>
public sealed class PaperWrites(RecordWrites writes, HomeroomDatabase database)
{
    private const string LikeSql = "select homeroom.paper_like($1, $2, $3, $4)";

    /// <summary>Runs a change of a paper that is there; it is locked, so what is read of it stays so until the end.</summary>
    /// <param name="caller">Who asks: an author, or the research office.</param>
    /// <param name="key">The paper.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is refused; nothing was changed.</exception>
    internal Task<PaperWritten> ChangeAsync(
        Caller caller, RecordKey key, WriteTerms terms, Func<PaperWork, Task> change, CancellationToken cancellation) =>
        RunAsync(caller, terms, async (transaction, entered) =>
        {
            var work = await PaperWork.BeginAsync(transaction, caller, key, entered, cancellation);
            RecordWrites.RequireVersion(work.Paper.Version, terms, "The paper has changed since you read it. Read it again. 论文已被更改，请刷新后重试。");
            await change(work);
            return new PaperWritten(key.DistrictId, key.Id);
        }, cancellation);

    /// <summary>Runs something that is no change of a paper that is there: making one.</summary>
    /// <param name="change">Does it, and says what the paper is compared by before it writes it.</param>
    internal async Task<PaperWritten> RunAsync(
        Caller caller, WriteTerms terms, Func<WriteTransaction<HomeroomDbContext>, ComparedBy, Task<PaperWritten>> change, CancellationToken cancellation)
    {
        var entered = new ComparedBy();
        try
        {
            return await writes.RunAsync(caller, terms, transaction => change(transaction, entered), cancellation);
        }
        catch (RefusedException refused) when (refused.Refusals is [var one] && DuplicateOf(one) is { } field)
        {
            var other = await FindLikeAsync(entered, one.Code == PaperRules.OneADoi.Code, cancellation);
            throw new RefusedException(one with { Kind = RefusalKind.Duplicate, Path = ["input", field], Other = other });
        }
    }

    /// <summary>The paper that another one would be a duplicate of (rule R1); null where there is none.</summary>
    internal async Task<RecordKey?> FindLikeAsync(ComparedBy entered, bool byDoi, CancellationToken cancellation)
    {
        await using var like = database.Writer.CreateCommand(LikeSql);
        like.Parameters.Add(new() { Value = entered.DistrictId });
        like.Parameters.Add(Text(byDoi ? entered.Doi : null));
        like.Parameters.Add(Text(entered.Title));
        like.Parameters.Add(Text(entered.FirstAuthor));
        return await like.ExecuteScalarAsync(cancellation) is long id ? new(entered.DistrictId, id) : null;

        static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
    }

    private static string? DuplicateOf(Refusal refusal) =>
        refusal.Code == PaperRules.OneADoi.Code ? "doi" : refusal.Code == PaperRules.OneATitleAndFirstAuthor.Code ? "title" : null;
}

/// <summary>What a paper is compared by (rule R1).</summary>
internal sealed class ComparedBy
{
    public int DistrictId { get; private set; }
    public string? Doi { get; private set; }
    public string? Title { get; private set; }
    public string? FirstAuthor { get; private set; }

    public static ComparedBy Of(int districtId, string? doi, string? title, string? firstAuthor)
    {
        var compared = new ComparedBy();
        compared.Is(districtId, doi, title, firstAuthor);
        return compared;
    }

    public void Is(int districtId, string? doi, string? title, string? firstAuthor) =>
        (DistrictId, Doi, Title, FirstAuthor) = (districtId, doi, title, firstAuthor);

    public void Is(Paper paper) => Is(paper.DistrictId, paper.Doi, paper.Title, paper.FirstAuthor);
}
