using HomeroomGraph.Data.Figures;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>The way down from a district to its schools: a district lists its own rows of each figure, a school those of the school.</summary>
internal static class FigureLists
{
    public static void OfDistrict(TableTypeDescriptor<District> type) => Figures(new OfADistrict(type));

    public static void OfSchool(TableTypeDescriptor<School> type) => Figures(new OfASchool(type));

    private static void Figures(IOwner owner)
    {
        owner.Has<ProjectFigure>("projectFigures", "Its projects by level and state against target, by school year", "D4");
        owner.Has<AwardFigure>("awardFigures", "Its awards by kind, level and grade, by school year", "D8");
        owner.Has<PaperFigure>("paperFigures", "Its papers for each homeroom teacher, by grade and semester", "D7");
        owner.Has<CheckFigure>("checkFigures", "Its weekly check averages, by grade", "D9");
        owner.Has<HabitFigure>("habitFigures", "Its habit trends, by grade and aspect", "D9");
        owner.Has<ArchiveFigure>("archiveFigures", "How complete its archives are, by grade and semester", "D12");
        owner.Has<MentorCoverageFigure>("mentorCoverageFigures", "Its mentor coverage on a day, by grade", "D1");
        owner.Has<ResearchCoverageFigure>("researchCoverageFigures", "Its coverage of research on a day", "D5");
        owner.Has<OverdueFigure>("overdueFigures", "Its overdue share of projects on a day, by level", "D6");
    }

    private static Predicate In<T>(TableRow<T> figure, string scope)
        where T : Figure => Predicate.Of($"{figure[f => f.Scope]} = {new ConstantSlot(scope, SqlTypes.Text)}");

    /// <summary>A type whose rows have figures.</summary>
    private interface IOwner
    {
        void Has<T>(string name, string description, string rule)
            where T : Figure;
    }

    private sealed class OfADistrict(TableTypeDescriptor<District> type) : IOwner
    {
        public void Has<T>(string name, string description, string rule)
            where T : Figure => type.ToMany<T>(name, $"{description}; the schools' are theirs. Rule {rule}.", (district, figure, _) => Predicate.And(
                figure.Is(district, (f => f.DistrictId, d => d.DistrictId)), In(figure, "district")));
    }

    private sealed class OfASchool(TableTypeDescriptor<School> type) : IOwner
    {
        public void Has<T>(string name, string description, string rule)
            where T : Figure => type.ToMany<T>(name, $"{description}. Rule {rule}.", (school, figure, _) => Predicate.And(
                figure.Is(school, (f => f.DistrictId, s => s.DistrictId), (f => f.SchoolId, s => s.SchoolId)), In(figure, "school")));
    }
}
