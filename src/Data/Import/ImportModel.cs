using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Import;

/// <summary>Keys and relations of the tables of schema <c>import</c> that are read. Imports write them by plain SQL.</summary>
internal static class ImportModel
{
    private const string Schema = "import";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<ImportRun>(run =>
        {
            run.ToTable("run", Schema).HasKey(r => new { r.DistrictId, r.RunId });
            run.Property(r => r.RunId).ValueGeneratedOnAdd();
            run.HasOne(r => r.District).WithMany().HasForeignKey(r => r.DistrictId);
            run.HasOne(r => r.School).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId });
        });
        model.Entity<ImportRunCount>(count =>
        {
            count.ToTable("run_count", Schema).HasKey(c => new { c.DistrictId, c.RunCountId });
            count.Property(c => c.RunCountId).ValueGeneratedOnAdd();
            count.HasOne(c => c.Run).WithMany(r => r.Counts).HasForeignKey(c => new { c.DistrictId, c.RunId });
        });
        model.Entity<ImportRunFinding>(finding =>
        {
            finding.ToTable("run_finding", Schema).HasKey(f => new { f.DistrictId, f.RunFindingId });
            finding.Property(f => f.RunFindingId).ValueGeneratedOnAdd();
            finding.HasOne(f => f.Run).WithMany(r => r.Findings).HasForeignKey(f => new { f.DistrictId, f.RunId });
        });
        model.Entity<ImportRunAside>(aside =>
        {
            aside.ToTable("run_aside", Schema).HasKey(a => new { a.DistrictId, a.RunAsideId });
            aside.Property(a => a.RunAsideId).ValueGeneratedOnAdd();
            aside.HasOne(a => a.Run).WithMany(r => r.Asides).HasForeignKey(a => new { a.DistrictId, a.RunId });
        });
    }
}
