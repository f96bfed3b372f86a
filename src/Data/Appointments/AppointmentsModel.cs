using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Appointments;

/// <summary>Keys and relations of the tables of area A.</summary>
internal static class AppointmentsModel
{
    public static void Configure(ModelBuilder model) => model.Entity<Appointment>(appointment =>
    {
        appointment.ToTable("appointment").HasKey(a => new { a.DistrictId, a.AppointmentId });
        appointment.Property(a => a.AppointmentId).ValueGeneratedOnAdd();
        appointment.HasOne(a => a.School).WithMany(s => s.Appointments).HasForeignKey(a => new { a.DistrictId, a.SchoolId });
        appointment.HasOne(a => a.Class).WithMany(c => c.Appointments).HasForeignKey(a => new { a.DistrictId, a.ClassId });
        appointment.HasOne(a => a.Teacher).WithMany(t => t.Appointments).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
    });
}
