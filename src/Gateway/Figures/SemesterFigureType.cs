using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>What figures of a semester as a whole have: the period in two numbers, for a question over many districts.</summary>
internal abstract class SemesterFigureType<T>(string name, string description, string key, ReadingArea area)
    : GradeFigureType<T>(name, description, key, area)
    where T : SemesterFigure
{
    protected override void Sums(TableTypeDescriptor<T> type)
    {
        type.Field(f => f.StartingYear, StartingYear).Filterable().Sortable();
        type.Field(f => f.SemesterNumber, "The number of the semester in the school year: 1 or 2. Rule O4.").Filterable().Sortable();
        SumsOfSemester(type);
    }

    /// <summary>What is summed up.</summary>
    protected abstract void SumsOfSemester(TableTypeDescriptor<T> type);
}
