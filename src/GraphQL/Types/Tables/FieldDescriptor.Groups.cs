using System.Linq.Expressions;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Groups;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Types.Tables;

public sealed partial class FieldDescriptor<T>
{
    /// <summary>Groups of the type can have the field as a key: a value, a date by spans of the calendar, or a related row, and through it the
    /// groupable fields of that row's type.</summary>
    public FieldDescriptor<T> Groupable()
    {
        Add(_field.Binding switch
        {
            ColumnBinding { Type: var type } when type != SqlTypes.Json && type != SqlTypes.Timestamp => new GroupField.Value(_field),
            ToOneBinding { Target.Table.Key.Count: > 0 } one => new GroupField.Row(_field.Name, _field.Description, one.Target, one.Match, one.IsByKey, _field) { Path = one.Path },
            _ => throw Wrong("can't be a key of groups"),
        });
        return this;
    }

    /// <summary>Groups of the type can also have the period as a key in which the date of the field lies: a row of a table of the same district. The
    /// periods of a district must not overlap. The key is called after the field and the period's type.</summary>
    /// <param name="startsOn">The first day of a period.</param>
    /// <param name="endsOn">The day after the last, or null where it goes on.</param>
    public FieldDescriptor<T> GroupableByPeriod<TPeriod>(Expression<Func<TPeriod, object?>> startsOn, Expression<Func<TPeriod, object?>> endsOn)
    {
        if (_field.Binding is not ColumnBinding { Type: var type } || type != SqlTypes.Date) throw Wrong("is no date");
        var period = _schema.RowTypeOf(typeof(TPeriod));
        var (first, end) = (_schema.Model.ColumnOf(typeof(TPeriod), Member.Of(startsOn)), _schema.Model.ColumnOf(typeof(TPeriod), Member.Of(endsOn)));
        var field = _field;
        Add(new GroupField.Row(_field.Name + period.Type.Name, $"The {period.Type.Name} that the day lies in: {_field.Description}", period, Match, IsUnique: true, _field));
        return this;

        Predicate Match(TableSource row, TableSource other, Operations.FieldArguments arguments)
        {
            var day = ((ColumnBinding)field.Binding!).Value(row, arguments);
            return Predicate.And(
                Predicate.Of($"{other[other.Table.Key[0]]} = {row[row.Table.Key[0]]}"),
                Predicate.Of($"{other[first]} <= {day}"),
                end.IsNullable ? Predicate.Of($"({other[end]} is null or {day} < {other[end]})") : Predicate.Of($"{day} < {other[end]}"));
        }
    }

    /// <summary>Groups of the type have measures of the field: of a number its sum, average, median, smallest and greatest value; of a date the first
    /// and the last.</summary>
    public FieldDescriptor<T> Measurable()
    {
        if (_field.Binding is not ColumnBinding { Type: var type } || Measure.Over(type).Count == 0) throw Wrong("has no measures");
        if (_field.Name is "key" or "count" or "countDistinct" or "where" or "and" or "or" or "not") throw Wrong("has a name that groups have already");
        _row.Measures.Add(_field.Name, _field);
        return this;
    }

    /// <summary>The related rows can also be asked for as groups, beside the list.</summary>
    /// <param name="name">What the field is called where it is not called after the rows' type.</param>
    public FieldDescriptor<T> Groups(string? name = null)
    {
        if (_field.Binding is not ToManyBinding many) throw Wrong("is no list");
        var groups = _schema.Groups.Field(name ?? GroupTypes.NameOf(many.Target), $"Groups of: {_field.Description}", many.Target, new ToManyGroupsBinding(many.Target, many.Match, many.Path));
        foreach (var argument in _field.Arguments.Values.Where(argument => !groups.Arguments.ContainsKey(argument.Name))) groups.With(argument);
        _row.Type.Add(groups);
        return this;
    }

    private void Add(GroupField field) => _row.GroupFields.Add(field.Name, field);

    private InvalidOperationException Wrong(string what) => new($"{_row.Type}.{_field.Name} {what}.");
}
