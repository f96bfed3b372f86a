using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>Keys and relations of the tables of area E.</summary>
internal static class EvaluationModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<InspectorPost>(post =>
        {
            post.ToTable("inspector_post").HasKey(p => new { p.DistrictId, p.InspectorPostId });
            post.Property(p => p.InspectorPostId).ValueGeneratedOnAdd();
            post.HasOne(p => p.School).WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            post.HasOne(p => p.Semester).WithMany().HasForeignKey(p => new { p.DistrictId, p.SemesterId });
        });
        model.Entity<InspectorPostClass>(assigned =>
        {
            assigned.ToTable("inspector_post_class").HasKey(a => new { a.DistrictId, a.InspectorPostId, a.ClassId });
            assigned.HasOne(a => a.InspectorPost).WithMany(p => p.Classes).HasForeignKey(a => new { a.DistrictId, a.InspectorPostId });
            assigned.HasOne(a => a.Class).WithMany(c => c.InspectorPosts).HasForeignKey(a => new { a.DistrictId, a.ClassId });
        });
    }
}
