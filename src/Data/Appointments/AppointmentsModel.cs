using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Appointments;

/// <summary>Keys and relations of the tables of area A.</summary>
internal static class AppointmentsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Appointment>(appointment =>
        {
            appointment.ToTable("appointment").HasKey(a => new { a.DistrictId, a.AppointmentId });
            appointment.Property(a => a.AppointmentId).ValueGeneratedOnAdd();
            appointment.HasOne(a => a.School).WithMany(s => s.Appointments).HasForeignKey(a => new { a.DistrictId, a.SchoolId });
            appointment.HasOne(a => a.Class).WithMany(c => c.Appointments).HasForeignKey(a => new { a.DistrictId, a.ClassId });
            appointment.HasOne(a => a.Teacher).WithMany(t => t.Appointments).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
            appointment.HasOne(a => a.Screening).WithMany(s => s.Appointments).HasForeignKey(a => new { a.DistrictId, a.ScreeningId });
        });
        model.Entity<Screening>(screening =>
        {
            screening.ToTable("screening").HasKey(s => new { s.DistrictId, s.ScreeningId });
            screening.Property(s => s.ScreeningId).ValueGeneratedOnAdd();
            screening.HasOne(s => s.School).WithMany(s => s.Screenings).HasForeignKey(s => new { s.DistrictId, s.SchoolId });
            screening.HasOne(s => s.SchoolYear).WithMany().HasForeignKey(s => new { s.DistrictId, s.SchoolYearId });
            screening.HasOne(s => s.Teacher).WithMany(t => t.Screenings).HasForeignKey(s => new { s.DistrictId, s.TeacherId });
            screening.HasOne(s => s.Class).WithMany(c => c.Screenings).HasForeignKey(s => new { s.DistrictId, s.ClassId });
        });
        model.Entity<ImprovementNotice>(notice =>
        {
            notice.ToTable("improvement_notice").HasKey(n => new { n.DistrictId, n.ImprovementNoticeId });
            notice.Property(n => n.ImprovementNoticeId).ValueGeneratedOnAdd();
            notice.HasOne(n => n.School).WithMany().HasForeignKey(n => new { n.DistrictId, n.SchoolId });
            notice.HasOne(n => n.Appointment).WithMany(a => a.ImprovementNotices)
                .HasForeignKey(n => new { n.DistrictId, n.AppointmentId });
            notice.HasOne(n => n.Teacher).WithMany(t => t.ImprovementNotices).HasForeignKey(n => new { n.DistrictId, n.TeacherId });
        });
    }
}
