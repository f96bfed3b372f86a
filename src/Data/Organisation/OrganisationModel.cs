using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Organisation;

/// <summary>Keys and relations of the tables of area O. Every key and every relation begins with the district.</summary>
internal static class OrganisationModel
{
    public static void Configure(ModelBuilder model)
    {
        Regions(model);
        Districts(model);
        Schools(model);
        Teachers(model);
        Employments(model);
        Calendar(model);
        Classes(model);
    }

    private static void Regions(ModelBuilder model) => model.Entity<Region>(region =>
    {
        region.ToTable("region", "reference").HasKey(r => r.RegionId);
        region.Property(r => r.RegionId).ValueGeneratedNever();
        region.HasOne(r => r.Parent).WithMany(r => r.Parts).HasForeignKey(r => r.ParentId);
    });

    private static void Districts(ModelBuilder model)
    {
        model.Entity<District>(district =>
        {
            district.ToTable("district").HasKey(d => d.DistrictId);
            district.HasMany(d => d.FormerDesignations).WithOne(f => f.District).HasForeignKey(f => f.DistrictId);
        });
        model.Entity<DistrictFormerDesignation>(former =>
        {
            former.ToTable("district_former_designation").HasKey(f => new { f.DistrictId, f.FormerDesignationId });
            former.Property(f => f.FormerDesignationId).ValueGeneratedOnAdd();
        });
    }

    private static void Schools(ModelBuilder model)
    {
        model.Entity<School>(school =>
        {
            school.ToTable("school").HasKey(s => new { s.DistrictId, s.SchoolId });
            school.Property(s => s.SchoolId).ValueGeneratedOnAdd();
            school.HasOne(s => s.District).WithMany(d => d.Schools).HasForeignKey(s => s.DistrictId);
        });
        model.Entity<Subject>(subject =>
        {
            subject.ToTable("subject").HasKey(s => new { s.DistrictId, s.SubjectId });
            subject.Property(s => s.SubjectId).ValueGeneratedOnAdd();
            subject.HasOne(s => s.District).WithMany(d => d.Subjects).HasForeignKey(s => s.DistrictId);
        });
    }

    private static void Teachers(ModelBuilder model)
    {
        model.Entity<Teacher>(teacher =>
        {
            teacher.ToTable("teacher").HasKey(t => new { t.DistrictId, t.TeacherId });
            teacher.Property(t => t.TeacherId).ValueGeneratedOnAdd();
            teacher.Property(t => t.HomeroomService).HasColumnType("datemultirange").ValueGeneratedOnAddOrUpdate();
            teacher.HasOne(t => t.District).WithMany(d => d.Teachers).HasForeignKey(t => t.DistrictId);
        });
        model.Entity<TeacherSubject>(taught =>
        {
            taught.ToTable("teacher_subject").HasKey(t => new { t.DistrictId, t.TeacherId, t.SubjectId });
            taught.HasOne(t => t.Teacher).WithMany(t => t.Subjects).HasForeignKey(t => new { t.DistrictId, t.TeacherId });
            taught.HasOne(t => t.Subject).WithMany(s => s.Teachers).HasForeignKey(t => new { t.DistrictId, t.SubjectId });
        });
        model.Entity<TeacherTitle>(title =>
        {
            title.ToTable("teacher_title").HasKey(t => new { t.DistrictId, t.TeacherTitleId });
            title.Property(t => t.TeacherTitleId).ValueGeneratedOnAdd();
            title.HasOne(t => t.Teacher).WithMany(t => t.Titles).HasForeignKey(t => new { t.DistrictId, t.TeacherId });
        });
    }

    private static void Employments(ModelBuilder model) => model.Entity<Employment>(employment =>
    {
        employment.ToTable("employment").HasKey(e => new { e.DistrictId, e.EmploymentId });
        employment.Property(e => e.EmploymentId).ValueGeneratedOnAdd();
        employment.HasOne(e => e.Teacher).WithMany(t => t.Employments).HasForeignKey(e => new { e.DistrictId, e.TeacherId });
        employment.HasOne(e => e.School).WithMany(s => s.Employments).HasForeignKey(e => new { e.DistrictId, e.SchoolId });
    });

    private static void Calendar(ModelBuilder model)
    {
        model.Entity<SchoolYear>(year =>
        {
            year.ToTable("school_year").HasKey(y => new { y.DistrictId, y.SchoolYearId });
            year.Property(y => y.SchoolYearId).ValueGeneratedOnAdd();
            year.HasOne(y => y.District).WithMany(d => d.SchoolYears).HasForeignKey(y => y.DistrictId);
        });
        model.Entity<Semester>(semester =>
        {
            semester.ToTable("semester").HasKey(s => new { s.DistrictId, s.SemesterId });
            semester.Property(s => s.SemesterId).ValueGeneratedOnAdd();
            semester.HasOne(s => s.SchoolYear).WithMany(y => y.Semesters).HasForeignKey(s => new { s.DistrictId, s.SchoolYearId });
        });
        model.Entity<CalendarDay>(day =>
        {
            day.ToTable("calendar_day").HasKey(d => new { d.DistrictId, d.CalendarDayId });
            day.Property(d => d.CalendarDayId).ValueGeneratedOnAdd();
            day.HasOne(d => d.District).WithMany(d => d.CalendarDays).HasForeignKey(d => d.DistrictId);
        });
    }

    private static void Classes(ModelBuilder model)
    {
        model.Entity<Cohort>(cohort =>
        {
            cohort.ToTable("cohort").HasKey(c => new { c.DistrictId, c.CohortId });
            cohort.Property(c => c.CohortId).ValueGeneratedOnAdd();
            cohort.HasOne(c => c.School).WithMany(s => s.Cohorts).HasForeignKey(c => new { c.DistrictId, c.SchoolId });
        });
        model.Entity<SchoolClass>(schoolClass =>
        {
            schoolClass.ToTable("class").HasKey(c => new { c.DistrictId, c.ClassId });
            schoolClass.Property(c => c.ClassId).ValueGeneratedOnAdd();
            schoolClass.HasOne(c => c.School).WithMany(s => s.Classes).HasForeignKey(c => new { c.DistrictId, c.SchoolId });
            schoolClass.HasOne(c => c.SchoolYear).WithMany(y => y.Classes).HasForeignKey(c => new { c.DistrictId, c.SchoolYearId });
            schoolClass.HasOne(c => c.Cohort).WithMany(c => c.Classes).HasForeignKey(c => new { c.DistrictId, c.CohortId });
        });
    }
}
