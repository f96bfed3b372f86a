using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Archive;

/// <summary>Keys and relations of the tables of area V.</summary>
internal static class ArchiveModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<DocumentContent>(content =>
        {
            content.ToTable("document_content").HasKey(c => new { c.DistrictId, c.Sha256 });
            content.HasAlternateKey(c => new { c.DistrictId, c.Sha256, c.Size });
            content.HasOne<Organisation.District>().WithMany().HasForeignKey(c => c.DistrictId);
        });
        model.Entity<Document>(document =>
        {
            document.ToTable("document").HasKey(d => new { d.DistrictId, d.DocumentId });
            document.Property(d => d.DocumentId).ValueGeneratedOnAdd();
            document.HasOne<Organisation.District>().WithMany().HasForeignKey(d => d.DistrictId);
            document.HasOne(d => d.School).WithMany().HasForeignKey(d => new { d.DistrictId, d.SchoolId });
            document.HasOne(d => d.UploadedByTeacher).WithMany().HasForeignKey(d => new { d.DistrictId, d.UploadedByTeacherId });
            document.HasOne(d => d.Content).WithMany().HasForeignKey(d => new { d.DistrictId, d.Sha256, d.Size })
                .HasPrincipalKey(c => new { c.DistrictId, c.Sha256, c.Size });
        });
        model.Entity<SemesterReport>(report =>
        {
            report.ToTable("semester_report").HasKey(r => new { r.DistrictId, r.SemesterReportId });
            report.Property(r => r.SemesterReportId).ValueGeneratedOnAdd();
            report.HasOne(r => r.School).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId });
            report.HasOne(r => r.Teacher).WithMany(t => t.SemesterReports).HasForeignKey(r => new { r.DistrictId, r.TeacherId });
            report.HasOne(r => r.Semester).WithMany().HasForeignKey(r => new { r.DistrictId, r.SemesterId });
            report.HasOne(r => r.Document).WithMany(d => d.SemesterReports).HasForeignKey(r => new { r.DistrictId, r.DocumentId });
        });
        model.Entity<TeacherArchive>(archive =>
        {
            archive.ToTable("teacher_archive", "figures").HasNoKey();
            archive.HasOne(a => a.District).WithMany().HasForeignKey(a => a.DistrictId);
            archive.HasOne(a => a.School).WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId });
            archive.HasOne(a => a.Teacher).WithMany().HasForeignKey(a => new { a.DistrictId, a.TeacherId });
            archive.HasOne(a => a.Semester).WithMany().HasForeignKey(a => new { a.DistrictId, a.SemesterId });
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_log", "history").HasKey(e => new { e.DistrictId, e.AuditId });
            entry.HasOne(e => e.District).WithMany().HasForeignKey(e => e.DistrictId);
            entry.HasOne(e => e.School).WithMany().HasForeignKey(e => new { e.DistrictId, e.SchoolId });
        });
    }
}
