using HomeroomGraph.Data.Figures;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>The way down from a district to its schools: a district lists its own rows of each figure, a school those of the school.</summary>
internal static class FigureLists
{
    public static void OfDistrict(TableTypeDescriptor<District> type)
    {
        Of<ProjectFigure>(type, "projectFigures", "Its projects by level and state against target, by school year; the schools' are theirs. Rule D4.");
        Of<AwardFigure>(type, "awardFigures", "Its awards by kind, level and grade, by school year; the schools' are theirs. Rule D8.");
        Of<PaperFigure>(type, "paperFigures", "Its papers for each homeroom teacher, by grade and semester; the schools' are theirs. Rule D7.");
        Of<CheckFigure>(type, "checkFigures", "Its weekly check averages, by grade; the schools' are theirs. Rule D9.");
        Of<HabitFigure>(type, "habitFigures", "Its habit trends, by grade and aspect; the schools' are theirs. Rule D9.");
        Of<ArchiveFigure>(type, "archiveFigures", "How complete its archives are, by grade and semester; the schools' are theirs. Rule D12.");
        Of<MentorCoverageFigure>(type, "mentorCoverageFigures", "Its mentor coverage on a day, by grade; the schools' are theirs. Rule D1.");
        Of<ResearchCoverageFigure>(type, "researchCoverageFigures", "Its coverage of research on a day; the schools' are theirs. Rule D5.");
        Of<OverdueFigure>(type, "overdueFigures", "Its overdue share of projects on a day, by level; the schools' are theirs. Rule D6.");
    }

    public static void OfSchool(TableTypeDescriptor<School> type)
    {
        Of<ProjectFigure>(type, "projectFigures", "Its projects by level and state against target, by school year. Rule D4.");
        Of<AwardFigure>(type, "awardFigures", "Its awards by kind, level and grade, by school year. Rule D8.");
        Of<PaperFigure>(type, "paperFigures", "Its papers for each homeroom teacher, by grade and semester. Rule D7.");
        Of<CheckFigure>(type, "checkFigures", "Its weekly check averages, by grade. Rule D9.");
        Of<HabitFigure>(type, "habitFigures", "Its habit trends, by grade and aspect. Rule D9.");
        Of<ArchiveFigure>(type, "archiveFigures", "How complete its archives are, by grade and semester. Rule D12.");
        Of<MentorCoverageFigure>(type, "mentorCoverageFigures", "Its mentor coverage on a day, by grade. Rule D1.");
        Of<ResearchCoverageFigure>(type, "researchCoverageFigures", "Its coverage of research on a day. Rule D5.");
        Of<OverdueFigure>(type, "overdueFigures", "Its overdue share of projects on a day, by level. Rule D6.");
    }

    private static void Of<T>(TableTypeDescriptor<District> type, string name, string description)
        where T : Figure => type.ToMany<T>(name, description, (district, figure, _) => Predicate.And(
            figure.Is(district, (f => f.DistrictId, d => d.DistrictId)),
            Predicate.Of($"{figure[f => f.Scope]} = {new ConstantSlot("district", SqlTypes.Text)}")));

    private static void Of<T>(TableTypeDescriptor<School> type, string name, string description)
        where T : Figure => type.ToMany<T>(name, description, (school, figure, _) => Predicate.And(
            figure.Is(school, (f => f.DistrictId, s => s.DistrictId), (f => f.SchoolId, s => s.SchoolId)),
            Predicate.Of($"{figure[f => f.Scope]} = {new ConstantSlot("school", SqlTypes.Text)}")));
}
