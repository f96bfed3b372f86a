using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>A field that was declared, and what more is said of it. It is added to its type at once.</summary>
public sealed class FieldDescriptor
{
    private readonly TableSchemaBuilder _schema;
    private readonly RowType _row;
    private readonly FieldDefinition _field;
    private readonly FilterField? _filter;
    private readonly SortField? _sort;

    internal FieldDescriptor(TableSchemaBuilder schema, RowType row, FieldDefinition field, FilterField? filter = null, SortField? sort = null)
    {
        (_schema, _row, _field, _filter, _sort) = (schema, row, field, filter, sort);
        row.Type.Add(field);
    }

    /// <summary>Lists of the type can be filtered by the field.</summary>
    public FieldDescriptor Filterable()
    {
        _schema.Filters.Add(_row, _field, _filter ?? throw new InvalidOperationException($"{_row.Type}.{_field.Name} can't be a filter."));
        return this;
    }

    /// <summary>Lists of the type can be ordered by the field.</summary>
    public FieldDescriptor Sortable()
    {
        _schema.Sorts.Add(_row, _field, _sort ?? throw new InvalidOperationException($"{_row.Type}.{_field.Name} can't be an order."));
        return this;
    }

    /// <summary>The field takes an argument; without it, filters and orders take the default.</summary>
    public FieldDescriptor Argument(string name, GraphQLType type, string description, DeprecationNotice? deprecated = null)
    {
        _field.With(new InputValueDefinition(name, type) { Description = description, DeprecationReason = deprecated?.Reason });
        return this;
    }

    /// <summary>The field is on its way out, as a filter and an order too.</summary>
    /// <param name="use">The field to use instead, as a schema coordinate.</param>
    /// <param name="removalAfter">The last day on which it is there.</param>
    public FieldDescriptor Deprecated(string use, DateOnly removalAfter)
    {
        _field.Deprecated(new DeprecationNotice(use, removalAfter));
        return this;
    }
}
