using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Relations of the views of schema <c>desk</c>. What waits has no key.</summary>
internal static class DesksModel
{
    private const string Schema = "desk";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Desk>(desk =>
        {
            desk.ToTable("desk", Schema).HasKey(d => new { d.DistrictId, d.DeskId });
            desk.HasOne(d => d.District).WithMany().HasForeignKey(d => d.DistrictId);
            desk.HasOne(d => d.Teacher).WithMany().HasForeignKey(d => new { d.DistrictId, d.TeacherId });
            desk.HasOne(d => d.School).WithMany().HasForeignKey(d => new { d.DistrictId, d.OfficeSchoolId });
        });
        model.Entity<DeskItem>(item =>
        {
            item.ToTable("item", Schema).HasNoKey();
            item.HasOne(i => i.District).WithMany().HasForeignKey(i => i.DistrictId);
            item.HasOne(i => i.Desk).WithMany().HasForeignKey(i => new { i.DistrictId, i.DeskId });
            item.HasOne(i => i.School).WithMany().HasForeignKey(i => new { i.DistrictId, i.SchoolId });
            item.HasOne(i => i.Project).WithMany().HasForeignKey(i => new { i.DistrictId, i.ResearchProjectId });
        });
    }
}
