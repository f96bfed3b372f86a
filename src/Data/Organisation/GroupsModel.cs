using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Organisation;

/// <summary>Keys and relations of research groups, offices and grade teams.</summary>
internal static class GroupsModel
{
    public static void Configure(ModelBuilder model)
    {
        ResearchGroups(model);
        Offices(model);
        GradeTeams(model);
    }

    private static void ResearchGroups(ModelBuilder model)
    {
        model.Entity<ResearchGroup>(group =>
        {
            group.ToTable("research_group").HasKey(g => new { g.DistrictId, g.ResearchGroupId });
            group.Property(g => g.ResearchGroupId).ValueGeneratedOnAdd();
            group.HasOne(g => g.School).WithMany(s => s.ResearchGroups).HasForeignKey(g => new { g.DistrictId, g.SchoolId });
            group.HasOne(g => g.Subject).WithMany(s => s.ResearchGroups).HasForeignKey(g => new { g.DistrictId, g.SubjectId });
        });
        model.Entity<ResearchGroupMember>(member =>
        {
            member.ToTable("research_group_member").HasKey(m => new { m.DistrictId, m.ResearchGroupMemberId });
            member.Property(m => m.ResearchGroupMemberId).ValueGeneratedOnAdd();
            member.HasOne(m => m.ResearchGroup).WithMany(g => g.Members).HasForeignKey(m => new { m.DistrictId, m.ResearchGroupId });
            member.HasOne(m => m.Teacher).WithMany(t => t.ResearchGroups).HasForeignKey(m => new { m.DistrictId, m.TeacherId });
        });
    }

    private static void Offices(ModelBuilder model)
    {
        model.Entity<Office>(office =>
        {
            office.ToTable("office").HasKey(o => new { o.DistrictId, o.OfficeId });
            office.Property(o => o.OfficeId).ValueGeneratedOnAdd();
            office.HasOne(o => o.School).WithMany(s => s.Offices).HasForeignKey(o => new { o.DistrictId, o.SchoolId });
        });
        model.Entity<OfficeStaff>(staff =>
        {
            staff.ToTable("office_staff").HasKey(s => new { s.DistrictId, s.OfficeStaffId });
            staff.Property(s => s.OfficeStaffId).ValueGeneratedOnAdd();
            staff.HasOne(s => s.Office).WithMany(o => o.Staff).HasForeignKey(s => new { s.DistrictId, s.OfficeId });
            staff.HasOne(s => s.Teacher).WithMany(t => t.OfficePosts).HasForeignKey(s => new { s.DistrictId, s.TeacherId });
        });
    }

    private static void GradeTeams(ModelBuilder model)
    {
        model.Entity<GradeTeam>(team =>
        {
            team.ToTable("grade_team").HasKey(t => new { t.DistrictId, t.GradeTeamId });
            team.Property(t => t.GradeTeamId).ValueGeneratedOnAdd();
            team.HasOne(t => t.School).WithMany(s => s.GradeTeams).HasForeignKey(t => new { t.DistrictId, t.SchoolId });
            team.HasOne(t => t.SchoolYear).WithMany(y => y.GradeTeams).HasForeignKey(t => new { t.DistrictId, t.SchoolYearId });
        });
        model.Entity<GradeTeamHead>(head =>
        {
            head.ToTable("grade_team_head").HasKey(h => new { h.DistrictId, h.GradeTeamHeadId });
            head.Property(h => h.GradeTeamHeadId).ValueGeneratedOnAdd();
            head.HasOne(h => h.GradeTeam).WithMany(t => t.Heads).HasForeignKey(h => new { h.DistrictId, h.GradeTeamId });
            head.HasOne(h => h.Teacher).WithMany(t => t.GradeTeams).HasForeignKey(h => new { h.DistrictId, h.TeacherId });
        });
    }
}
