using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Papers;

/// <summary>One change of a paper inside its transaction: the paper is locked.</summary>
internal sealed class PaperWork(
    WriteTransaction<HomeroomDbContext> transaction, Caller caller, Paper paper, IReadOnlyList<PaperAuthor> authors, PaperAuthority authority, ComparedBy entered)
{
    /// <summary>The paper, without its authors.</summary>
    public Paper Paper => paper;

    /// <summary>The authors in order, as they were before the change.</summary>
    public IReadOnlyList<PaperAuthor> Authors => authors;

    public PaperAuthority Authority => authority;

    public HomeroomDbContext Context => transaction.Context;

    public NpgsqlConnection Connection => transaction.Connection;

    public RecordKey Key => new(paper.DistrictId, paper.PaperId);

    /// <summary>Locks the paper and reads it.</summary>
    /// <exception cref="RefusedException">There is none, the caller may not see it, or it is others' to change.</exception>
    public static async Task<PaperWork> BeginAsync(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, RecordKey key, ComparedBy entered, CancellationToken cancellation)
    {
        var context = transaction.Context;
        await context.Database.ExecuteSqlAsync(
            $"select from homeroom.paper where district_id = {key.DistrictId} and paper_id = {key.Id} for update", cancellation);
        var paper = await context.Papers.SingleOrDefaultAsync(p => p.DistrictId == key.DistrictId && p.PaperId == key.Id, cancellation) ?? throw NoSuchPaper();
        var authors = await context.PaperAuthors.AsNoTracking()
            .Where(a => a.DistrictId == key.DistrictId && a.PaperId == key.Id).OrderBy(a => a.Position).ToListAsync(cancellation);
        var authority = new PaperAuthority(caller, key.DistrictId, paper.SchoolId);
        if (!authority.Sees(authors)) throw NoSuchPaper();
        authority.RequireOwn(authors);
        return new(transaction, caller, paper, authors, authority, entered);
    }

    /// <summary>An award, or a nomination that was not withdrawn, names it (rule R3).</summary>
    public Task<bool> IsNominatedAsync(CancellationToken cancellation) => Context.Database.SqlQuery<bool>($"""
        select exists (select from homeroom.award a where a.district_id = {paper.DistrictId} and a.paper_id = {paper.PaperId})
            or exists (select from homeroom.award_nomination n where n.district_id = {paper.DistrictId} and n.paper_id = {paper.PaperId}) as "Value"
        """).SingleAsync(cancellation);

    /// <summary>Writes the paper with these authors and keywords; null: they stay. The rules of duplicates are asked when all of it is written.</summary>
    public async Task WriteAsync(IReadOnlyList<PaperAuthor>? then, IReadOnlyList<string>? keywords, CancellationToken cancellation)
    {
        if (then is not null) paper.FirstAuthor = then[0].Name;
        entered.Is(paper);
        await AloneAsync(Context, paper, cancellation);
        await Context.Database.ExecuteSqlAsync($"set constraints homeroom.r1_one_paper_a_title_and_first_author deferred", cancellation);
        await Context.SaveChangesAsync(cancellation);
        if (then is not null) await AuthorList.WriteAsync(Connection, Key, authors, then, cancellation);
        if (keywords is not null) await KeywordList.WriteAsync(Connection, Key, keywords, cancellation);
        await Context.Database.ExecuteSqlAsync(
            $"update homeroom.paper set version = version + 1 where district_id = {paper.DistrictId} and paper_id = {paper.PaperId}", cancellation);
        await Context.Database.ExecuteSqlAsync($"set constraints homeroom.r1_one_paper_a_title_and_first_author immediate", cancellation);
    }

    /// <summary>
    /// Waits for whoever writes a paper of this title and first author. The database takes one of such by itself (rule R1), but a deferrable constraint looks after
    /// it has written: two that write at one moment would wait for each other, and be ended as a deadlock.
    /// </summary>
    public static Task AloneAsync(HomeroomDbContext context, Paper paper, CancellationToken cancellation) => context.Database.ExecuteSqlAsync($"""
        select pg_advisory_xact_lock(hashtextextended(
            concat_ws('|', 'paper', homeroom.match_key({paper.Title}), left(homeroom.match_key({paper.FirstAuthor}), 200)), {paper.DistrictId}))
        """, cancellation);

    /// <summary>The project that a paper came from: one of an author, or for the office one of its school.</summary>
    /// <exception cref="RefusedException">There is no such project.</exception>
    public static async Task<long?> ProjectAsync(
        HomeroomDbContext context, PaperAuthority authority, Paper paper, IEnumerable<PaperAuthor> authors, RecordKey? project, CancellationToken cancellation)
    {
        if (project is not { } key) return null;
        var teachers = authors.Select(author => author.TeacherId).OfType<long>().ToList();
        var school = authority.IsOffice ? paper.SchoolId : null;
        if (key.DistrictId != paper.DistrictId || !await context.ResearchProjects.AnyAsync(
                p => p.DistrictId == key.DistrictId && p.ResearchProjectId == key.Id && p.State != ProjectState.Draft
                    && (p.SchoolId == school || p.Members.Any(m => teachers.Contains(m.TeacherId))), cancellation))
            throw new RefusedException(Refusal.NotFound("There is no such research project of an author. 作者没有参与该课题。", "projectId"));
        return key.Id;
    }

    /// <summary>The file of a paper: a document that the caller uploaded for its school (rule V2).</summary>
    /// <exception cref="RefusedException">There is no such document, or it is somebody else's.</exception>
    public static Task<long?> DocumentAsync(NpgsqlConnection connection, Caller caller, Paper paper, RecordKey? document, CancellationToken cancellation) =>
        AttachableDocuments.ChooseAsync(connection, caller, new(paper.DistrictId, paper.SchoolId ?? 0), paper.DocumentId, document, cancellation);

    public Task<long?> DocumentAsync(RecordKey? document, CancellationToken cancellation) => DocumentAsync(Connection, caller, paper, document, cancellation);

    /// <summary>A paper that is not there and one that the caller may not see are refused alike.</summary>
    public static RefusedException NoSuchPaper() => new(Refusal.NotFound("There is no such paper. 没有该论文。", "paperId"));
}
