using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>What figures of a day have: the day, as an argument of their lists and in each row.</summary>
internal abstract class DayFigureType<T>(string name, string description, string key, ReadingArea area) : FigureType<T>(name, description, key, area)
    where T : DayFigure
{
    protected override IReadOnlyList<RowArgument> Arguments { get; } =
        [new("on", DateScalar.Instance, "The day; today where it is left out, and in filters.", arguments => arguments.DateOrToday("on"))];

    protected override void Figures(TableTypeDescriptor<T> type)
    {
        type.Field(f => f.Day, "The period: the day that is asked for.");
        Sums(type);
    }

    /// <summary>What is summed up.</summary>
    protected abstract void Sums(TableTypeDescriptor<T> type);
}
