using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>What figures of a grade and semester have.</summary>
internal abstract class GradeFigureType<T>(string name, string description, string key, ReadingArea area)
    : FigureType<T>(name, description, key, area)
    where T : GradeFigure
{
    protected override void Figures(TableTypeDescriptor<T> type)
    {
        type.ToOne(f => f.Semester, "The period: a semester.").Filterable().Sortable();
        type.Computed("grade", "The grade; null for all grades together.", SqlTypes.Integer,
            (figure, _) => SqlFragment.Of($"nullif({figure[f => f.Grade]}, 0)"), isNullable: true).Filterable().Sortable();
        type.Field(f => f.GradeBand, "The band of the grade; null for all grades together.").Filterable();
        type.DistinctBy(f => f.SemesterId);
        type.DistinctBy(f => f.Grade);
        Sums(type);
    }

    /// <summary>What is summed up.</summary>
    protected abstract void Sums(TableTypeDescriptor<T> type);
}
