using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Mentoring;

/// <summary>Keys and relations of the tables of area M.</summary>
internal static class MentoringModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Mentorship>(pair =>
        {
            pair.ToTable("mentorship").HasKey(m => new { m.DistrictId, m.MentorshipId });
            pair.Property(m => m.MentorshipId).ValueGeneratedOnAdd();
            pair.HasOne(m => m.School).WithMany(s => s.Mentorships).HasForeignKey(m => new { m.DistrictId, m.SchoolId });
            pair.HasOne(m => m.Mentor).WithMany(t => t.MentorshipsAsMentor).HasForeignKey(m => new { m.DistrictId, m.MentorId });
            pair.HasOne(m => m.Mentee).WithMany(t => t.MentorshipsAsMentee).HasForeignKey(m => new { m.DistrictId, m.MenteeId });
        });
        model.Entity<MentorshipActivity>(activity =>
        {
            activity.ToTable("mentorship_activity").HasKey(a => new { a.DistrictId, a.MentorshipActivityId });
            activity.Property(a => a.MentorshipActivityId).ValueGeneratedOnAdd();
            activity.HasOne(a => a.Mentorship).WithMany(m => m.Activities).HasForeignKey(a => new { a.DistrictId, a.MentorshipId });
        });
        model.Entity<MentorshipReport>(report =>
        {
            report.ToTable("mentorship_report").HasKey(r => new { r.DistrictId, r.MentorshipReportId });
            report.Property(r => r.MentorshipReportId).ValueGeneratedOnAdd();
            report.HasOne(r => r.Mentorship).WithMany(m => m.Reports).HasForeignKey(r => new { r.DistrictId, r.MentorshipId });
        });
        model.Entity<MentorshipEvaluation>(evaluation =>
        {
            evaluation.ToTable("mentorship_evaluation").HasKey(e => new { e.DistrictId, e.MentorshipEvaluationId });
            evaluation.Property(e => e.MentorshipEvaluationId).ValueGeneratedOnAdd();
            evaluation.HasOne(e => e.Mentorship).WithMany(m => m.Evaluations).HasForeignKey(e => new { e.DistrictId, e.MentorshipId });
        });
    }
}
