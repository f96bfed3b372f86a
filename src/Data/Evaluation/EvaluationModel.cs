using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>Keys and relations of the tables of area E.</summary>
internal static class EvaluationModel
{
    public static void Configure(ModelBuilder model)
    {
        InspectorPosts(model);
        Schemes(model);
        Sheets(model);
        Results(model);
        Assessments(model);
    }

    private static void InspectorPosts(ModelBuilder model)
    {
        model.Entity<InspectorPost>(post =>
        {
            post.ToTable("inspector_post").HasKey(p => new { p.DistrictId, p.InspectorPostId });
            post.Property(p => p.InspectorPostId).ValueGeneratedOnAdd();
            post.HasOne(p => p.School).WithMany(s => s.InspectorPosts).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            post.HasOne(p => p.Semester).WithMany().HasForeignKey(p => new { p.DistrictId, p.SemesterId });
        });
        model.Entity<InspectorPostClass>(assigned =>
        {
            assigned.ToTable("inspector_post_class").HasKey(a => new { a.DistrictId, a.InspectorPostId, a.ClassId });
            assigned.HasOne(a => a.InspectorPost).WithMany(p => p.Classes).HasForeignKey(a => new { a.DistrictId, a.InspectorPostId });
            assigned.HasOne(a => a.Class).WithMany(c => c.InspectorPosts).HasForeignKey(a => new { a.DistrictId, a.ClassId });
        });
    }

    private static void Schemes(ModelBuilder model)
    {
        model.Entity<EvaluationScheme>(scheme =>
        {
            scheme.ToTable("evaluation_scheme").HasKey(s => new { s.DistrictId, s.EvaluationSchemeId });
            scheme.Property(s => s.EvaluationSchemeId).ValueGeneratedOnAdd();
            scheme.HasOne(s => s.District).WithMany().HasForeignKey(s => s.DistrictId);
            scheme.HasOne(s => s.School).WithMany(s => s.EvaluationSchemes).HasForeignKey(s => new { s.DistrictId, s.SchoolId });
            scheme.HasOne(s => s.SchoolYear).WithMany().HasForeignKey(s => new { s.DistrictId, s.SchoolYearId });
            scheme.HasOne(s => s.Replaces).WithMany().HasForeignKey(s => new { s.DistrictId, s.ReplacesId });
        });
        model.Entity<EvaluationIndicator>(indicator =>
        {
            indicator.ToTable("evaluation_indicator").HasKey(i => new { i.DistrictId, i.EvaluationIndicatorId });
            indicator.Property(i => i.EvaluationIndicatorId).ValueGeneratedOnAdd();
            indicator.HasOne(i => i.School).WithMany().HasForeignKey(i => new { i.DistrictId, i.SchoolId });
            indicator.HasOne(i => i.Scheme).WithMany(s => s.Indicators).HasForeignKey(i => new { i.DistrictId, i.EvaluationSchemeId });
        });
        model.Entity<CheckRound>(round =>
        {
            round.ToTable("check_round").HasKey(r => new { r.DistrictId, r.CheckRoundId });
            round.Property(r => r.CheckRoundId).ValueGeneratedOnAdd();
            round.Property(r => r.FullMarks).ValueGeneratedOnAddOrUpdate();
            round.HasOne(r => r.School).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId });
            round.HasOne(r => r.Scheme).WithMany(s => s.Rounds).HasForeignKey(r => new { r.DistrictId, r.EvaluationSchemeId });
        });
        model.Entity<CheckItem>(item =>
        {
            item.ToTable("check_item").HasKey(i => new { i.DistrictId, i.CheckItemId });
            item.Property(i => i.CheckItemId).ValueGeneratedOnAdd();
            item.HasOne(i => i.School).WithMany().HasForeignKey(i => new { i.DistrictId, i.SchoolId });
            item.HasOne(i => i.Scheme).WithMany(s => s.Items).HasForeignKey(i => new { i.DistrictId, i.EvaluationSchemeId });
            item.HasOne(i => i.Round).WithMany(r => r.Items).HasForeignKey(i => new { i.DistrictId, i.CheckRoundId });
        });
    }

    private static void Sheets(ModelBuilder model)
    {
        model.Entity<CheckSheet>(sheet =>
        {
            sheet.ToTable("check_sheet").HasKey(s => new { s.DistrictId, s.CheckSheetId });
            sheet.Property(s => s.CheckSheetId).ValueGeneratedOnAdd();
            sheet.Property(s => s.Total).ValueGeneratedOnAddOrUpdate();
            sheet.Property(s => s.Lost).ValueGeneratedOnAddOrUpdate();
            sheet.Property(s => s.StartingYear).ValueGeneratedOnAdd();
            sheet.Property(s => s.WrittenIn).HasColumnType("xid8").ValueGeneratedOnAddOrUpdate();
            sheet.HasOne(s => s.School).WithMany().HasForeignKey(s => new { s.DistrictId, s.SchoolId });
            sheet.HasOne(s => s.Semester).WithMany().HasForeignKey(s => new { s.DistrictId, s.SemesterId });
            sheet.HasOne(s => s.Class).WithMany(c => c.CheckSheets).HasForeignKey(s => new { s.DistrictId, s.ClassId });
            sheet.HasOne(s => s.Scheme).WithMany(s => s.Sheets).HasForeignKey(s => new { s.DistrictId, s.EvaluationSchemeId });
            sheet.HasOne(s => s.Round).WithMany().HasForeignKey(s => new { s.DistrictId, s.CheckRoundId });
            sheet.HasOne(s => s.InspectorPost).WithMany(p => p.Sheets).HasForeignKey(s => new { s.DistrictId, s.InspectorPostId });
        });
        model.Entity<CheckLine>(line =>
        {
            line.ToTable("check_line").HasKey(l => new { l.DistrictId, l.CheckLineId, l.StartingYear });
            line.Property(l => l.CheckLineId).ValueGeneratedOnAdd();

            // The year is part of the relation, so that only its partition is read.
            line.HasOne(l => l.Sheet).WithMany(s => s.Lines).HasForeignKey(l => new { l.DistrictId, l.StartingYear, l.CheckSheetId })
                .HasPrincipalKey(s => new { s.DistrictId, s.StartingYear, s.CheckSheetId });
            line.HasOne(l => l.Item).WithMany(i => i.Lines).HasForeignKey(l => new { l.DistrictId, l.CheckItemId });
        });
        model.Entity<CheckCorrection>(correction =>
        {
            correction.ToTable("check_correction").HasKey(c => new { c.DistrictId, c.CheckCorrectionId });
            correction.Property(c => c.CheckCorrectionId).ValueGeneratedOnAdd();
            correction.Property(c => c.Number).ValueGeneratedOnAdd();
            correction.Property(c => c.ReplacedTotal).ValueGeneratedOnAdd();
            correction.Property(c => c.ReplacedSheet).HasColumnType("jsonb").ValueGeneratedOnAdd();
            correction.Property(c => c.ReplacedLines).HasColumnType("jsonb").ValueGeneratedOnAdd();
            correction.HasOne(c => c.School).WithMany().HasForeignKey(c => new { c.DistrictId, c.SchoolId });
            correction.HasOne(c => c.Sheet).WithMany(s => s.Corrections).HasForeignKey(c => new { c.DistrictId, c.CheckSheetId });
        });
    }

    private static void Results(ModelBuilder model)
    {
        model.Entity<CheckPublication>(publication =>
        {
            publication.ToTable("check_publication").HasKey(p => new { p.DistrictId, p.CheckPublicationId });
            publication.Property(p => p.CheckPublicationId).ValueGeneratedOnAdd();
            publication.Property(p => p.PublishedOn).ValueGeneratedOnAddOrUpdate();
            publication.Property(p => p.IsCurrent).ValueGeneratedOnAddOrUpdate();
            publication.HasOne(p => p.School).WithMany(s => s.CheckPublications).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            publication.HasOne(p => p.Semester).WithMany().HasForeignKey(p => new { p.DistrictId, p.SemesterId });
        });
        model.Entity<CheckResult>(result =>
        {
            result.ToTable("check_result").HasKey(r => new { r.DistrictId, r.CheckResultId });
            result.Property(r => r.CheckResultId).ValueGeneratedOnAdd();
            result.HasOne(r => r.School).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId });
            result.HasOne(r => r.Publication).WithMany(p => p.Results).HasForeignKey(r => new { r.DistrictId, r.CheckPublicationId });
            result.HasOne(r => r.Class).WithMany(c => c.CheckResults).HasForeignKey(r => new { r.DistrictId, r.ClassId });
        });
        model.Entity<ClassTitle>(title =>
        {
            title.ToTable("class_title").HasKey(t => new { t.DistrictId, t.ClassTitleId });
            title.Property(t => t.ClassTitleId).ValueGeneratedOnAdd();
            title.HasOne(t => t.School).WithMany(s => s.ClassTitles).HasForeignKey(t => new { t.DistrictId, t.SchoolId });
            title.HasOne(t => t.Class).WithMany(c => c.Titles).HasForeignKey(t => new { t.DistrictId, t.ClassId });
            title.HasOne(t => t.Semester).WithMany().HasForeignKey(t => new { t.DistrictId, t.SemesterId });
            title.HasOne(t => t.Publication).WithMany(p => p.Titles).HasForeignKey(t => new { t.DistrictId, t.CheckPublicationId });

            // That the class is in the ranking: kept by the database, no navigation.
            title.HasOne<CheckResult>().WithMany().HasForeignKey(t => new { t.DistrictId, t.CheckPublicationId, t.ClassId })
                .HasPrincipalKey(r => new { r.DistrictId, r.CheckPublicationId, r.ClassId });
        });
    }

    private static void Assessments(ModelBuilder model)
    {
        model.Entity<SemesterAssessment>(assessment =>
        {
            assessment.ToTable("semester_assessment").HasKey(a => new { a.DistrictId, a.SemesterAssessmentId });
            assessment.Property(a => a.SemesterAssessmentId).ValueGeneratedOnAdd();
            assessment.Property(a => a.Total).ValueGeneratedOnAddOrUpdate();
            assessment.HasOne(a => a.School).WithMany(s => s.SemesterAssessments).HasForeignKey(a => new { a.DistrictId, a.SchoolId });
            assessment.HasOne(a => a.Semester).WithMany().HasForeignKey(a => new { a.DistrictId, a.SemesterId });
            assessment.HasOne(a => a.Teacher).WithMany(t => t.SemesterAssessments).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
            assessment.HasOne(a => a.Class).WithMany().HasForeignKey(a => new { a.DistrictId, a.ClassId });
            assessment.HasOne(a => a.Scheme).WithMany().HasForeignKey(a => new { a.DistrictId, a.EvaluationSchemeId });
        });
        model.Entity<AssessmentInput>(input =>
        {
            input.ToTable("assessment_input").HasKey(i => new { i.DistrictId, i.AssessmentInputId });
            input.Property(i => i.AssessmentInputId).ValueGeneratedOnAdd();
            input.HasOne(i => i.School).WithMany().HasForeignKey(i => new { i.DistrictId, i.SchoolId });
            input.HasOne(i => i.Assessment).WithMany(a => a.Inputs).HasForeignKey(i => new { i.DistrictId, i.SemesterAssessmentId });
            input.HasOne(i => i.Indicator).WithMany().HasForeignKey(i => new { i.DistrictId, i.EvaluationIndicatorId });
        });
    }
}
