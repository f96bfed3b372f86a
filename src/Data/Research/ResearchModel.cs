using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomeroomGraph.Data.Research;

/// <summary>Keys and relations of the tables of area P. All but targets hang on the project, through its school.</summary>
internal static class ResearchModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ResearchProject>(Projects);
        Application(model);
        Review(model);
        Running(model);
        model.Entity<ResearchTarget>(target =>
        {
            target.ToTable("research_target").HasKey(t => new { t.DistrictId, t.ResearchTargetId });
            target.Property(t => t.ResearchTargetId).ValueGeneratedOnAdd();
            target.HasOne(t => t.School).WithMany(s => s.ResearchTargets).HasForeignKey(t => new { t.DistrictId, t.SchoolId });
            target.HasOne(t => t.SchoolYear).WithMany(y => y.ResearchTargets).HasForeignKey(t => new { t.DistrictId, t.SchoolYearId });
        });
    }

    private static void Projects(EntityTypeBuilder<ResearchProject> project)
    {
        project.ToTable("research_project").HasKey(p => new { p.DistrictId, p.ResearchProjectId });
        project.Property(p => p.ResearchProjectId).ValueGeneratedOnAdd();
        project.Property(p => p.StateNumber).ValueGeneratedOnAddOrUpdate();
        project.Property(p => p.ApprovalBody).ValueGeneratedOnAddOrUpdate();
        project.Property(p => p.ApprovalNumber).ValueGeneratedOnAddOrUpdate();
        project.Property(p => p.ApprovedOn).ValueGeneratedOnAddOrUpdate();
        project.Property(p => p.DueOn).ValueGeneratedOnAddOrUpdate();
        project.Property(p => p.EndedOn).ValueGeneratedOnAddOrUpdate();
        project.HasOne(p => p.District).WithMany(d => d.ResearchProjects).HasForeignKey(p => p.DistrictId);
        project.HasOne(p => p.School).WithMany(s => s.ResearchProjects).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
        project.HasOne(p => p.Leader).WithMany(t => t.LedProjects).HasForeignKey(p => new { p.DistrictId, p.LeaderId });
        project.HasOne(p => p.Group).WithMany(g => g.Projects).HasForeignKey(p => new { p.DistrictId, p.ResearchGroupId });
        project.HasOne(p => p.Subject).WithMany(s => s.ResearchProjects).HasForeignKey(p => new { p.DistrictId, p.SubjectId });
    }

    private static void Application(ModelBuilder model)
    {
        model.Entity<ResearchTheme>(theme => theme.OfProject(
            "research_theme", t => new { t.DistrictId, t.ResearchThemeId }, t => t.ResearchThemeId,
            t => t.Project, p => p.Themes, t => new { t.DistrictId, t.ResearchProjectId }));
        model.Entity<ResearchApplication>(application =>
        {
            application.HasIndex(a => new { a.DistrictId, a.ResearchProjectId, a.Version }).IsUnique();
            application.OfProject(
                "research_application", a => new { a.DistrictId, a.ResearchApplicationId }, a => a.ResearchApplicationId,
                a => a.Project, p => p.Applications, a => new { a.DistrictId, a.ResearchProjectId });
            application.Property(a => a.Members).ValueGeneratedOnAddOrUpdate();
            application.Property(a => a.Stages).ValueGeneratedOnAddOrUpdate();
            application.Property(a => a.Outcome).ValueGeneratedOnAddOrUpdate();
            application.Property(a => a.DecidedAt).ValueGeneratedOnAddOrUpdate();
        });
        model.Entity<ResearchMember>(member =>
        {
            member.OfProject(
                "research_member", m => new { m.DistrictId, m.ResearchMemberId }, m => m.ResearchMemberId,
                m => m.Project, p => p.Members, m => new { m.DistrictId, m.ResearchProjectId });
            member.HasOne(m => m.Teacher).WithMany(t => t.ResearchMemberships).HasForeignKey(m => new { m.DistrictId, m.TeacherId });
        });
        model.Entity<ResearchStage>(stage =>
        {
            stage.HasIndex(s => new { s.DistrictId, s.ResearchProjectId, s.Position }).IsUnique();
            stage.OfProject(
                "research_stage", s => new { s.DistrictId, s.ResearchStageId }, s => s.ResearchStageId,
                s => s.Project, p => p.Stages, s => new { s.DistrictId, s.ResearchProjectId });
        });
        model.Entity<ResearchTask>(task =>
        {
            task.OfProject(
                "research_task", t => new { t.DistrictId, t.ResearchTaskId }, t => t.ResearchTaskId,
                t => t.Project, p => p.Tasks, t => new { t.DistrictId, t.ResearchProjectId });
            task.HasOne(t => t.Stage).WithMany(s => s.Tasks).HasForeignKey(t => new { t.DistrictId, t.ResearchStageId });
            task.HasOne(t => t.Owner).WithMany(m => m.Tasks).HasForeignKey(t => new { t.DistrictId, t.ResearchMemberId });
        });
    }

    private static void Review(ModelBuilder model)
    {
        model.Entity<ResearchReview>(review =>
        {
            review.OfProject(
                "research_review", r => new { r.DistrictId, r.ResearchReviewId }, r => r.ResearchReviewId,
                r => r.Project, p => p.Reviews, r => new { r.DistrictId, r.ResearchProjectId });
            review.HasOne(r => r.Application).WithMany(a => a.Reviews).HasForeignKey(r => new { r.DistrictId, r.ResearchApplicationId });
            review.HasOne(r => r.Reviewer).WithMany(t => t.ResearchReviews).HasForeignKey(r => new { r.DistrictId, r.ReviewerId });
        });
        model.Entity<ResearchOpinion>(opinion =>
        {
            opinion.HasIndex(o => new { o.DistrictId, o.ResearchApplicationId, o.Position }).IsUnique();
            opinion.OfProject(
                "research_opinion", o => new { o.DistrictId, o.ResearchOpinionId }, o => o.ResearchOpinionId,
                o => o.Project, p => p.Opinions, o => new { o.DistrictId, o.ResearchProjectId });
            opinion.HasOne(o => o.Application).WithMany(a => a.Opinions).HasForeignKey(o => new { o.DistrictId, o.ResearchApplicationId });
            opinion.HasOne(o => o.Review).WithMany(r => r.Opinions).HasForeignKey(o => new { o.DistrictId, o.ResearchReviewId });
        });
        model.Entity<ResearchDecision>(decision =>
        {
            decision.OfProject(
                "research_decision", d => new { d.DistrictId, d.ResearchDecisionId }, d => d.ResearchDecisionId,
                d => d.Project, p => p.Decisions, d => new { d.DistrictId, d.ResearchProjectId });
            decision.HasOne(d => d.Document).WithMany(d => d.ResearchDecisions).HasForeignKey(d => new { d.DistrictId, d.DocumentId });
        });
        model.Entity<ResearchStateChange>(change =>
        {
            change.HasIndex(c => new { c.DistrictId, c.ResearchProjectId, c.Number }).IsUnique();
            change.OfProject(
                "research_state_change", c => new { c.DistrictId, c.ResearchStateChangeId }, c => c.ResearchStateChangeId,
                c => c.Project, p => p.StateChanges, c => new { c.DistrictId, c.ResearchProjectId });
            change.Property(c => c.Number).ValueGeneratedOnAddOrUpdate();
            change.HasOne(c => c.Document).WithMany(d => d.ResearchStateChanges).HasForeignKey(c => new { c.DistrictId, c.DocumentId });
        });
    }

    private static void Running(ModelBuilder model)
    {
        model.Entity<MilestoneRequest>(request =>
        {
            request.OfProject(
                "research_milestone_request", r => new { r.DistrictId, r.ResearchMilestoneRequestId }, r => r.ResearchMilestoneRequestId,
                r => r.Project, p => p.MilestoneRequests, r => new { r.DistrictId, r.ResearchProjectId });
            request.HasOne(r => r.Document).WithMany(d => d.MilestoneRequests).HasForeignKey(r => new { r.DistrictId, r.DocumentId });
        });
        model.Entity<ResearchMilestone>(milestone =>
        {
            milestone.OfProject(
                "research_milestone", m => new { m.DistrictId, m.ResearchMilestoneId }, m => m.ResearchMilestoneId,
                m => m.Project, p => p.Milestones, m => new { m.DistrictId, m.ResearchProjectId });
            milestone.HasOne(m => m.Document).WithMany(d => d.ResearchMilestones).HasForeignKey(m => new { m.DistrictId, m.DocumentId });
        });
        model.Entity<ResearchInspection>(inspection =>
        {
            inspection.OfProject(
                "research_inspection", i => new { i.DistrictId, i.ResearchInspectionId }, i => i.ResearchInspectionId,
                i => i.Project, p => p.Inspections, i => new { i.DistrictId, i.ResearchProjectId });
            inspection.HasOne(i => i.Inspector).WithMany().HasForeignKey(i => new { i.DistrictId, i.InspectorId });
        });
        model.Entity<PortfolioItem>(item =>
        {
            item.OfProject(
                "research_portfolio_item", i => new { i.DistrictId, i.ResearchPortfolioItemId }, i => i.ResearchPortfolioItemId,
                i => i.Project, p => p.PortfolioItems, i => new { i.DistrictId, i.ResearchProjectId });
            item.HasOne(i => i.Document).WithMany(d => d.PortfolioItems).HasForeignKey(i => new { i.DistrictId, i.DocumentId });
        });
        model.Entity<ExtensionRequest>(request =>
        {
            request.OfProject(
                "research_extension_request", r => new { r.DistrictId, r.ResearchExtensionRequestId }, r => r.ResearchExtensionRequestId,
                r => r.Project, p => p.ExtensionRequests, r => new { r.DistrictId, r.ResearchProjectId });
            request.Property(r => r.DueOn).ValueGeneratedOnAddOrUpdate();
            request.Property(r => r.GrantNumber).ValueGeneratedOnAddOrUpdate();
            request.HasOne(r => r.Document).WithMany(d => d.ExtensionRequests).HasForeignKey(r => new { r.DistrictId, r.DocumentId });
        });
        model.Entity<ChangeRequest>(request => request.OfProject(
            "research_change_request", r => new { r.DistrictId, r.ResearchChangeRequestId }, r => r.ResearchChangeRequestId,
            r => r.Project, p => p.ChangeRequests, r => new { r.DistrictId, r.ResearchProjectId }));
    }

    private static void OfProject<T>(
        this EntityTypeBuilder<T> row, string table, Expression<Func<T, object?>> key, Expression<Func<T, long>> id,
        Expression<Func<T, ResearchProject?>> project, Expression<Func<ResearchProject, IEnumerable<T>?>> rows, Expression<Func<T, object?>> foreignKey)
        where T : class
    {
        row.ToTable(table).HasKey(key);
        row.Property(id).ValueGeneratedOnAdd();
        row.HasOne(project).WithMany(rows).HasForeignKey(foreignKey);
    }
}
