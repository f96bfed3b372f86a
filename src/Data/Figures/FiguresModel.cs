using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomeroomGraph.Data.Figures;

/// <summary>Relations of the views and functions of schema <c>figures</c>, which have no keys.</summary>
internal static class FiguresModel
{
    private const string Schema = "figures";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<FigureDefinition>(definition => definition.ToTable("definition", Schema).HasKey(d => d.DefinitionId));
        model.Entity<ProjectFigure>(figure =>
        {
            figure.Of("project");
            figure.HasOne(f => f.SchoolYear).WithMany().HasForeignKey(f => new { f.DistrictId, f.SchoolYearId });
        });
        model.Entity<AwardFigure>(figure =>
        {
            figure.Of("award");
            figure.HasOne(f => f.SchoolYear).WithMany().HasForeignKey(f => new { f.DistrictId, f.SchoolYearId });
        });
        model.Entity<PaperFigure>(figure => figure.OfSemester("paper"));
        model.Entity<ArchiveFigure>(figure => figure.OfSemester("archive"));
        model.Entity<MentorCoverageFigure>(figure => figure.Of("mentor_coverage"));
        model.Entity<ResearchCoverageFigure>(figure => figure.Of("research_coverage"));
        model.Entity<OverdueFigure>(figure => figure.Of("overdue"));
        model.Entity<CheckFigure>(figure => figure.OfSemester("check_week"));
        model.Entity<HabitFigure>(figure => figure.OfSemester("habit_week"));
    }

    private static void OfSemester<T>(this EntityTypeBuilder<T> figure, string view)
        where T : GradeFigure
    {
        figure.Of(view);
        figure.HasOne(f => f.Semester).WithMany().HasForeignKey(f => new { f.DistrictId, f.SemesterId });
    }

    private static void Of<T>(this EntityTypeBuilder<T> figure, string view)
        where T : Figure
    {
        figure.ToTable(view, Schema).HasNoKey();
        figure.HasOne(f => f.District).WithMany().HasForeignKey(f => f.DistrictId);
        figure.HasOne(f => f.School).WithMany().HasForeignKey(f => new { f.DistrictId, f.SchoolId });
    }
}
