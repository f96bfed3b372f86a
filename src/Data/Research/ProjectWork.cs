using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>One change of a project inside its transaction: the project is locked, so what is read of it here stays so until the end.</summary>
internal sealed class ProjectWork : RecordWork
{
    private readonly Caller caller;

    private ProjectWork(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, ResearchProject project, ProjectAuthority authority, string name, DateOnly today, DateTime now)
        : base(transaction, name, today, now) => (this.caller, Project, Authority) = (caller, project, authority);

    /// <summary>The project with its members.</summary>
    public ResearchProject Project { get; }

    public ProjectAuthority Authority { get; }

    /// <summary>Locks the project and reads it.</summary>
    /// <exception cref="RefusedException">There is none, or the caller may not see it.</exception>
    public static async Task<ProjectWork> BeginAsync(
        WriteTransaction<HomeroomDbContext> transaction, Caller caller, RecordKey key, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        var context = transaction.Context;
        await context.Database.ExecuteSqlAsync(
            $"select from homeroom.research_project where district_id = {key.DistrictId} and research_project_id = {key.Id} for update", cancellation);
        var project = await context.ResearchProjects.Include(p => p.Members)
            .SingleOrDefaultAsync(p => p.DistrictId == key.DistrictId && p.ResearchProjectId == key.Id, cancellation);
        if (project is null)
            throw NoSuchRow();
        var authority = await ProjectAuthority.OfAsync(context, caller, project, today, cancellation);
        if (!authority.Sees)
            throw NoSuchRow();
        return new(transaction, caller, project, authority, await caller.NameInAsync(context, key.DistrictId, cancellation), today, now);
    }

    /// <summary>The step is the caller's, and the project is where it begins (rule O2 and the step's own).</summary>
    /// <exception cref="RefusedException">It isn't.</exception>
    public async Task RequireAsync(ProjectStep step, CancellationToken cancellation)
    {
        if (!step.By.Any(Authority.Is))
            throw step.IsOfOthers("O2");
        if (step.OfSchoolLevel is { } ofSchool && ofSchool != (Project.Level == ProjectLevel.School))
            throw new RefusedException(RuleTable.Of("p7_the_level_says_who_approves").Refuse());
        if (!step.From.Contains(Project.State))
            throw await StepTakenAsync(cancellation);
    }

    /// <summary>The refusal of whoever comes second, with who was first (rule P11).</summary>
    public async Task<RefusedException> StepTakenAsync(CancellationToken cancellation)
    {
        var last = await Context.ResearchStateChanges
            .Where(change => change.DistrictId == Project.DistrictId && change.ResearchProjectId == Project.ResearchProjectId)
            .OrderByDescending(change => change.Number).FirstOrDefaultAsync(cancellation);
        return Refusal.TakenBefore("p11_a_step_starts_where_the_project_is", EnumText<ProjectState>.Of(Project.State), last?.ChangedBy, last?.ChangedAt);
    }

    /// <summary>A request is open.</summary>
    /// <exception cref="RefusedException">It was decided; by whom, it says.</exception>
    public static void RequireOpen(RequestDecision? decision, string? by, DateOnly? on, string rule)
    {
        if (decision is { } taken)
            throw Refusal.TakenBefore(rule, EnumText<RequestDecision>.Of(taken), by, on);
    }

    /// <summary>Takes a step, which moves the project's state, with what was changed so far.</summary>
    public async Task StepAsync(ProjectState to, string? remark, long? documentId, CancellationToken cancellation)
    {
        await Context.SaveChangesAsync(cancellation);
        Context.Add(new ResearchStateChange
        {
            DistrictId = Project.DistrictId,
            SchoolId = Project.SchoolId,
            ResearchProjectId = Project.ResearchProjectId,
            FromState = Project.State,
            ToState = to,
            ChangedBy = Name,
            ChangedAt = Now,
            Remark = remark,
            DocumentId = documentId,
        });
    }

    /// <summary>The newest version of the application.</summary>
    public Task<ResearchApplication> ApplicationAsync(CancellationToken cancellation) => Context.ResearchApplications
        .Where(a => a.DistrictId == Project.DistrictId && a.ResearchProjectId == Project.ResearchProjectId)
        .OrderByDescending(a => a.Version).FirstAsync(cancellation);

    /// <summary>The version that is written: the newest where it is a draft, else one that begins as it (rule P6).</summary>
    public async Task<ResearchApplication> DraftAsync(CancellationToken cancellation)
    {
        var newest = await ApplicationAsync(cancellation);
        return newest.State == ApplicationState.Draft ? newest : Context.Add(newest.Next()).Entity;
    }

    /// <summary>Adds opinions on a version, after those that are there (rule P6).</summary>
    /// <param name="application">The version.</param>
    /// <param name="review">The review that they are of; null: the office's own.</param>
    /// <param name="opinions">The opinions; blank ones are left out.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task AddOpinionsAsync(long application, long? review, IReadOnlyList<string> opinions, CancellationToken cancellation)
    {
        var position = await Context.ResearchOpinions.Where(o => o.DistrictId == Project.DistrictId && o.ResearchApplicationId == application)
            .MaxAsync(o => (short?)o.Position, cancellation) ?? 0;
        Context.AddRange(opinions.Select(opinion => InputText.Optional(opinion, "opinions")).OfType<string>().Select(opinion => new ResearchOpinion
        {
            DistrictId = Project.DistrictId,
            SchoolId = Project.SchoolId,
            ResearchProjectId = Project.ResearchProjectId,
            ResearchApplicationId = application,
            ResearchReviewId = review,
            Position = ++position,
            Opinion = opinion,
        }));
    }

    /// <summary>The one row of a query.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<TRow> RowAsync<TRow>(IQueryable<TRow> row, CancellationToken cancellation)
        where TRow : class => await row.SingleOrDefaultAsync(cancellation) ?? throw NoSuchRow();

    /// <summary>A day on which something happened.</summary>
    /// <exception cref="RefusedException">It lies ahead.</exception>
    public DateOnly? NotAhead(DateOnly? day, string field) => day > Today
        ? throw new RefusedException(Refusal.InvalidInput("This day lies ahead. 日期不能晚于今天。", field))
        : day;

    /// <summary>A due date.</summary>
    /// <exception cref="RefusedException">It does not lie ahead (rule P4).</exception>
    public DateOnly? Ahead(DateOnly? day, string field) => day <= Today
        ? throw new RefusedException(RuleTable.Of("p4_the_due_date_is_ahead").Refuse(null, "input", field))
        : day;

    /// <summary>What a condition of the database lacks, as refusals.</summary>
    /// <param name="function">A function of the migrations that gives code, part and detail.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<IReadOnlyList<Refusal>> MissingAsync(MissingParts function, CancellationToken cancellation) =>
        DatabaseCondition.MissingAsync(Connection, function.Sql, "project", [Project.DistrictId, Project.ResearchProjectId, Today], cancellation);

    /// <summary>A document may be named by a record of the project: one that the caller uploaded for its school, or that a record of the project names.</summary>
    /// <exception cref="RefusedException">There is no such document, or it is somebody else's.</exception>
    public async Task<long> AttachAsync(RecordKey document, CancellationToken cancellation)
    {
        await AttachableDocuments.RequireAsync(
            Connection, caller, new(Project.DistrictId, Project.SchoolId), document, Project.ResearchProjectId, "documentId", cancellation);
        return document.Id;
    }

    /// <summary>A row that is not there and one that the caller may not see are refused alike.</summary>
    public static RefusedException NoSuchRow() => new(Refusal.NotFound("There is no such research project, or no such record of it. 没有该课题或其记录。"));
}
