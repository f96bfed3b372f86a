using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>A field that was declared, and what more is said of it. It is added to its type at once.</summary>
/// <typeparam name="T">The entity of its type.</typeparam>
public sealed partial class FieldDescriptor<T>
{
    private readonly TableSchemaBuilder _schema;
    private readonly RowType _row;
    private readonly FieldDefinition _field;
    private FilterField? _filter;
    private SortField? _sort;
    private readonly Column? _column;
    private bool _isAsked;

    /// <param name="column">The column that the field is, where it is one.</param>
    internal FieldDescriptor(
        TableSchemaBuilder schema, RowType row, FieldDefinition field, FilterField? filter = null, SortField? sort = null, Column? column = null)
    {
        (_schema, _row, _field, _filter, _sort, _column) = (schema, row, field, filter, sort, column);
        row.Type.Add(field);
    }

    /// <summary>The value has a rule of its own, beside the policy of the rows: it is null where the rule does not hold for a row, and as
    /// good as null in filters, orders, cursors and groups. Say it before what else is said of the field.</summary>
    public FieldDescriptor<T> VisibleTo(Func<RowPolicyBuilder<T>, RowPolicy> rule)
    {
        if (_isAsked || _field.Binding is not ColumnBinding { IsNullable: var isNullable } column)
            throw new InvalidOperationException($"{_row.Type}.{_field.Name}: a rule is for a value, and comes first.");
        var policy = rule(new RowPolicyBuilder<T>(_schema.Model, _schema.PolicyOf));
        var value = ColumnRule.Apply(policy, column.Value, column.Type);
        var nullUnless = isNullable ? null : policy;
        _field.Binding = column with { Value = value, IsNullable = true, NullUnless = nullUnless };
        _field.Type = _field.Type.Nullable;
        if (_filter is FilterField.Value filter) _filter = filter with { Expression = value };
        if (_sort is SortField.Value sort) _sort = sort with { Expression = value, IsNullable = true, NullUnless = nullUnless };
        _row.RuledFields.Add(_field.Name);
        if (_column is not null) _row.RuledColumns.Add(_column.Name);
        return this;
    }

    /// <summary>Lists of the type can be filtered by the field.</summary>
    public FieldDescriptor<T> Filterable()
    {
        _isAsked = true;
        _schema.Filters.Add(_row, _field, _filter ?? throw new InvalidOperationException($"{_row.Type}.{_field.Name} can't be a filter."));
        return this;
    }

    /// <summary>Lists of the type can be ordered by the field.</summary>
    public FieldDescriptor<T> Sortable()
    {
        _isAsked = true;
        _schema.Sorts.Add(_row, _field, _sort ?? throw new InvalidOperationException($"{_row.Type}.{_field.Name} can't be an order."));
        return this;
    }

    /// <summary>The field takes an argument; without it, filters and orders take the default.</summary>
    public FieldDescriptor<T> Argument(string name, GraphQLType type, string description, DeprecationNotice? deprecated = null)
    {
        _field.With(new InputValueDefinition(name, type) { Description = description, DeprecationReason = deprecated?.Reason });
        return this;
    }

    /// <summary>The field is on its way out, as a filter and an order too.</summary>
    /// <param name="use">The field to use instead, as a schema coordinate.</param>
    /// <param name="removalAfter">The last day on which it is there.</param>
    public FieldDescriptor<T> Deprecated(string use, DateOnly removalAfter)
    {
        _field.Deprecated(new DeprecationNotice(use, removalAfter));
        return this;
    }
}
