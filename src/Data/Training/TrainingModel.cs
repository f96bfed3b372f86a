using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Training;

/// <summary>Keys and relations of the tables of area T.</summary>
internal static class TrainingModel
{
    public static void Configure(ModelBuilder model)
    {
        Programmes(model);
        Sessions(model);
        NotesAndTests(model);
        Certificates(model);
        Meetings(model);
        Backbone(model);
    }

    private static void Programmes(ModelBuilder model)
    {
        model.Entity<TrainingProgramme>(programme =>
        {
            programme.ToTable("training_programme").HasKey(p => new { p.DistrictId, p.TrainingProgrammeId });
            programme.Property(p => p.TrainingProgrammeId).ValueGeneratedOnAdd();
            programme.HasOne(p => p.District).WithMany().HasForeignKey(p => p.DistrictId);
            programme.HasOne(p => p.School).WithMany(s => s.TrainingProgrammes).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            programme.HasOne(p => p.SchoolYear).WithMany(y => y.TrainingProgrammes).HasForeignKey(p => new { p.DistrictId, p.SchoolYearId });
        });
        model.Entity<TrainingModule>(module =>
        {
            module.ToTable("training_module").HasKey(m => new { m.DistrictId, m.TrainingModuleId });
            module.Property(m => m.TrainingModuleId).ValueGeneratedOnAdd();
            module.HasOne(m => m.Programme).WithMany(p => p.Modules).HasForeignKey(m => new { m.DistrictId, m.TrainingProgrammeId });
        });
    }

    private static void Sessions(ModelBuilder model)
    {
        model.Entity<TrainingSession>(session =>
        {
            session.ToTable("training_session").HasKey(s => new { s.DistrictId, s.TrainingSessionId });
            session.Property(s => s.TrainingSessionId).ValueGeneratedOnAdd();
            session.HasOne(s => s.District).WithMany().HasForeignKey(s => s.DistrictId);
            session.HasOne(s => s.School).WithMany(s => s.TrainingSessions).HasForeignKey(s => new { s.DistrictId, s.SchoolId });
            session.HasOne(s => s.Programme).WithMany(p => p.Sessions).HasForeignKey(s => new { s.DistrictId, s.TrainingProgrammeId });
            session.HasOne(s => s.Module).WithMany(m => m.Sessions).HasForeignKey(s => new { s.DistrictId, s.TrainingModuleId });
            session.HasOne(s => s.LecturerTeacher).WithMany().HasForeignKey(s => new { s.DistrictId, s.LecturerId });
            session.HasOne(s => s.PassesOn).WithMany(s => s.PassedOnBy).HasForeignKey(s => new { s.DistrictId, s.PassesOnSessionId });
        });
        model.Entity<TrainingAttendance>(attendance =>
        {
            attendance.ToTable("training_attendance").HasKey(a => new { a.DistrictId, a.TrainingAttendanceId });
            attendance.Property(a => a.TrainingAttendanceId).ValueGeneratedOnAdd();
            attendance.Property(a => a.HeldOn).ValueGeneratedOnAddOrUpdate();
            attendance.Property(a => a.Hours).ValueGeneratedOnAddOrUpdate();
            attendance.HasOne(a => a.School).WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId });
            attendance.HasOne(a => a.Session).WithMany(s => s.Attendances).HasForeignKey(a => new { a.DistrictId, a.TrainingSessionId });
            attendance.HasOne(a => a.Teacher).WithMany(t => t.TrainingAttendances).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
        });
    }

    private static void NotesAndTests(ModelBuilder model)
    {
        model.Entity<StudyNote>(note =>
        {
            note.ToTable("study_note").HasKey(n => new { n.DistrictId, n.StudyNoteId });
            note.Property(n => n.StudyNoteId).ValueGeneratedOnAdd();
            note.HasOne(n => n.School).WithMany().HasForeignKey(n => new { n.DistrictId, n.SchoolId });
            note.HasOne(n => n.Teacher).WithMany(t => t.StudyNotes).HasForeignKey(n => new { n.DistrictId, n.TeacherId });
            note.HasOne(n => n.Programme).WithMany(p => p.StudyNotes).HasForeignKey(n => new { n.DistrictId, n.TrainingProgrammeId });
            note.HasOne(n => n.Module).WithMany(m => m.StudyNotes).HasForeignKey(n => new { n.DistrictId, n.TrainingModuleId });
        });
        model.Entity<ModuleTest>(test =>
        {
            test.ToTable("module_test").HasKey(t => new { t.DistrictId, t.ModuleTestId });
            test.Property(t => t.ModuleTestId).ValueGeneratedOnAdd();
            test.Property(t => t.PassMark).ValueGeneratedOnAddOrUpdate();
            test.Property(t => t.Passed).ValueGeneratedOnAddOrUpdate();
            test.HasOne(t => t.School).WithMany().HasForeignKey(t => new { t.DistrictId, t.SchoolId });
            test.HasOne(t => t.Teacher).WithMany(t => t.ModuleTests).HasForeignKey(t => new { t.DistrictId, t.TeacherId });
            test.HasOne(t => t.Programme).WithMany(p => p.Tests).HasForeignKey(t => new { t.DistrictId, t.TrainingProgrammeId });
            test.HasOne(t => t.Module).WithMany(m => m.Tests).HasForeignKey(t => new { t.DistrictId, t.TrainingModuleId });
        });
    }

    private static void Certificates(ModelBuilder model)
    {
        model.Entity<Certificate>(certificate =>
        {
            certificate.ToTable("certificate").HasKey(c => new { c.DistrictId, c.CertificateId });
            certificate.Property(c => c.CertificateId).ValueGeneratedOnAdd();
            certificate.HasOne(c => c.District).WithMany().HasForeignKey(c => c.DistrictId);
            certificate.HasOne(c => c.Teacher).WithMany(t => t.Certificates).HasForeignKey(c => new { c.DistrictId, c.TeacherId });
            certificate.HasOne(c => c.IssuerSchool).WithMany(s => s.IssuedCertificates)
                .HasForeignKey(c => new { c.DistrictId, c.IssuerSchoolId });
            certificate.HasOne(c => c.Programme).WithMany(p => p.Certificates)
                .HasForeignKey(c => new { c.DistrictId, c.TrainingProgrammeId });
        });
        model.Entity<EducationCycle>(cycle =>
        {
            cycle.ToTable("education_cycle").HasKey(c => new { c.DistrictId, c.EducationCycleId });
            cycle.Property(c => c.EducationCycleId).ValueGeneratedOnAdd();
            cycle.HasOne(c => c.District).WithMany(d => d.EducationCycles).HasForeignKey(c => c.DistrictId);
        });
        model.Entity<EducationCredit>(credit =>
        {
            credit.ToTable("education_credit").HasKey(c => new { c.DistrictId, c.EducationCreditId });
            credit.Property(c => c.EducationCreditId).ValueGeneratedOnAdd();
            credit.HasOne(c => c.Teacher).WithMany(t => t.EducationCredits).HasForeignKey(c => new { c.DistrictId, c.TeacherId });
            credit.HasOne(c => c.Certificate).WithMany(c => c.EducationCredits).HasForeignKey(c => new { c.DistrictId, c.CertificateId });
        });
    }

    private static void Meetings(ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meeting").HasKey(m => new { m.DistrictId, m.MeetingId });
            meeting.Property(m => m.MeetingId).ValueGeneratedOnAdd();
            meeting.HasOne(m => m.School).WithMany(s => s.Meetings).HasForeignKey(m => new { m.DistrictId, m.SchoolId });
            meeting.HasOne(m => m.Class).WithMany(c => c.Meetings).HasForeignKey(m => new { m.DistrictId, m.ClassId });
        });
        model.Entity<MeetingAttendance>(attendance =>
        {
            attendance.ToTable("meeting_attendance").HasKey(a => new { a.DistrictId, a.MeetingAttendanceId });
            attendance.Property(a => a.MeetingAttendanceId).ValueGeneratedOnAdd();
            attendance.HasOne(a => a.Meeting).WithMany(m => m.Attendances).HasForeignKey(a => new { a.DistrictId, a.MeetingId });
            attendance.HasOne(a => a.Teacher).WithMany(t => t.MeetingAttendances).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
        });
    }

    private static void Backbone(ModelBuilder model)
    {
        model.Entity<BackboneDesignation>(designation =>
        {
            designation.ToTable("backbone_designation").HasKey(d => new { d.DistrictId, d.BackboneDesignationId });
            designation.Property(d => d.BackboneDesignationId).ValueGeneratedOnAdd();
            designation.HasOne(d => d.Teacher).WithMany(t => t.BackboneDesignations).HasForeignKey(d => new { d.DistrictId, d.TeacherId });
        });
        model.Entity<BackboneDuty>(duty =>
        {
            duty.ToTable("backbone_duty").HasKey(d => new { d.DistrictId, d.BackboneDutyId });
            duty.Property(d => d.BackboneDutyId).ValueGeneratedOnAdd();
            duty.HasOne(d => d.Designation).WithMany(d => d.Duties).HasForeignKey(d => new { d.DistrictId, d.BackboneDesignationId });
            duty.HasOne(d => d.Teacher).WithMany(t => t.BackboneDuties).HasForeignKey(d => new { d.DistrictId, d.TeacherId });
            duty.HasOne(d => d.Semester).WithMany(s => s.BackboneDuties).HasForeignKey(d => new { d.DistrictId, d.SemesterId });
        });
    }
}
