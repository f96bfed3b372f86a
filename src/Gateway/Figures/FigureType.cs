using System.Linq.Expressions;
using HomeroomGraph.Data.Figures;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>What all figures have: the definition, what the row is of, and a share or a mean with what it was made of. Who reads the area in the
/// district sees all rows, who reads it in a school that school's.</summary>
/// <param name="key">The definition's key: the rule of section D.</param>
internal abstract class FigureType<T>(string name, string description, string key, ReadingArea area) : TableType<T>(name, description)
    where T : Figure
{
    /// <summary>What a field says that is by a school year in all districts alike.</summary>
    protected const string StartingYear =
        "The calendar year in which the school year begins: the same period in all districts, whose school years have ids of their own.";

    protected override RowPolicy Policy(RowPolicyBuilder<T> row) => row.OfSchool(area, f => f.DistrictId, f => f.SchoolId);

    protected override void Configure(TableTypeDescriptor<T> type)
    {
        type.ToOne<FigureDefinition>("definition", $"What the figure is, in both languages, with its rules. Rule {key}.", (_, definition, _) =>
            Predicate.Of($"{definition[d => d.Key]} = {new ConstantSlot(key, SqlTypes.Text)}"));
        type.Field(f => f.Scope, "What the row is of: a school, or all schools of the district.").Filterable().Sortable();
        type.ToOne(f => f.District, "The district.").Filterable().Sortable();
        type.ToOne(f => f.School, "The school; null for the whole district.").Filterable().Sortable();
        type.DistinctBy(f => f.DistrictId);
        type.DistinctBy(f => f.Scope);
        type.DistinctBy(f => f.SchoolId);
        Figures(type);
    }

    /// <summary>The periods and kinds that the rows are by, and the figures.</summary>
    protected abstract void Figures(TableTypeDescriptor<T> type);

    /// <summary>Fields <c>value</c>, <c>numerator</c> and <c>denominator</c>: a share in percent.</summary>
    protected static void Share(
        TableTypeDescriptor<T> type, string description, Expression<Func<T, object?>> numerator, Expression<Func<T, object?>> denominator) =>
        Ratio(type, description, row => SqlFragment.Of($"figures.share({row[numerator]}, {row[denominator]})"), numerator, denominator);

    /// <summary>Fields <c>value</c>, <c>numerator</c> and <c>denominator</c>: so many for each one.</summary>
    protected static void ForEach(
        TableTypeDescriptor<T> type, string description, Expression<Func<T, object?>> numerator, Expression<Func<T, object?>> denominator) =>
        Ratio(type, description, row => SqlFragment.Of($"figures.for_each({row[numerator]}, {row[denominator]})"), numerator, denominator);

    private static void Ratio(
        TableTypeDescriptor<T> type, string description, Func<TableRow<T>, SqlFragment> value,
        Expression<Func<T, object?>> numerator, Expression<Func<T, object?>> denominator)
    {
        type.Computed("value", description, SqlTypes.Decimal, (row, _) => value(row), isNullable: true).Filterable().Sortable();
        type.Field(numerator, "What the value is a part of: the numerator.", name: "numerator");
        type.Field(denominator, "What the value is measured by: the denominator.", name: "denominator");
    }
}
