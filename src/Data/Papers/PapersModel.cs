using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Papers;

/// <summary>Keys and relations of the tables of area R.</summary>
internal static class PapersModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("paper").HasKey(p => new { p.DistrictId, p.PaperId });
            paper.Property(p => p.PaperId).ValueGeneratedOnAdd();
            paper.Property(p => p.TitleKey).ValueGeneratedOnAddOrUpdate();
            paper.Property(p => p.FirstAuthorKey).ValueGeneratedOnAddOrUpdate();
            paper.HasOne(p => p.District).WithMany(d => d.Papers).HasForeignKey(p => p.DistrictId);
            paper.HasOne(p => p.School).WithMany(s => s.Papers).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            paper.HasOne(p => p.Project).WithMany(p => p.Papers).HasForeignKey(p => new { p.DistrictId, p.ResearchProjectId });
            paper.HasOne(p => p.Document).WithMany(d => d.Papers).HasForeignKey(p => new { p.DistrictId, p.DocumentId });
        });
        model.Entity<PaperAuthor>(author =>
        {
            author.ToTable("paper_author").HasKey(a => new { a.DistrictId, a.PaperAuthorId });
            author.HasIndex(a => new { a.DistrictId, a.PaperId, a.Position }).IsUnique();
            author.Property(a => a.PaperAuthorId).ValueGeneratedOnAdd();
            author.Property(a => a.SchoolId).ValueGeneratedOnAddOrUpdate();
            author.HasOne(a => a.Paper).WithMany(p => p.Authors).HasForeignKey(a => new { a.DistrictId, a.PaperId });
            author.HasOne(a => a.Teacher).WithMany(t => t.Authorships).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
        });
        model.Entity<PaperKeyword>(keyword =>
        {
            keyword.ToTable("paper_keyword").HasKey(k => new { k.DistrictId, k.PaperKeywordId });
            keyword.HasIndex(k => new { k.DistrictId, k.PaperId, k.Position }).IsUnique();
            keyword.Property(k => k.PaperKeywordId).ValueGeneratedOnAdd();
            keyword.Property(k => k.SchoolId).ValueGeneratedOnAddOrUpdate();
            keyword.Property(k => k.KeywordKey).ValueGeneratedOnAddOrUpdate();
            keyword.HasOne(k => k.Paper).WithMany(p => p.Keywords).HasForeignKey(k => new { k.DistrictId, k.PaperId });
        });
    }
}
