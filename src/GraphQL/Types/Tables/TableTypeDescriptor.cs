using System.Linq.Expressions;
using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares the fields of a type over a table; a field is one line.</summary>
public sealed class TableTypeDescriptor<T>
{
    private readonly TableSchemaBuilder _schema;
    private readonly RowType _row;

    internal TableTypeDescriptor(TableSchemaBuilder schema, RowType row) => (_schema, _row) = (schema, row);

    /// <summary>A column.</summary>
    public FieldDescriptor<T> Field(Expression<Func<T, object?>> property, string description, string? name = null)
    {
        var member = Member.Of(property);
        var column = _schema.Model.ColumnOf(typeof(T), member);
        var type = _schema.SqlTypeOf(column);
        return Value(name ?? Member.FieldName(member), description, type, column.IsNullable, (row, _) => SqlFragment.Of($"{row[column]}"), column);
    }

    /// <summary>An expression over the row.</summary>
    public FieldDescriptor<T> Computed(
        string name, string description, SqlType type, Func<TableRow<T>, FieldArguments, SqlFragment> value, bool isNullable = false) =>
        Value(name, description, type, isNullable, (row, arguments) => value(new TableRow<T>(_schema, row), arguments));

    /// <summary>A text that code makes of what an expression gives, where the row stands by itself: a list inside a row does not show it.</summary>
    /// <param name="value">A JSON text, never null.</param>
    /// <param name="make">Makes the text of it.</param>
    public FieldDescriptor<T> Made(string name, string description, Func<TableRow<T>, FieldArguments, SqlFragment> value, Func<JsonElement, string> make) =>
        Computed(name, description, new MadeText(make), value);

    /// <summary>Objects that are no rows of a table, such as what an application lacks.</summary>
    /// <param name="items">Their type; its fields are <see cref="JsonField"/>s.</param>
    /// <param name="value">A bounded JSON array of them, of type jsonb; its objects name their members as the fields are named.</param>
    public FieldDescriptor<T> Objects(string name, string description, ObjectType items, Func<TableRow<T>, FieldArguments, SqlFragment> value)
    {
        var binding = new ColumnBinding((row, arguments) => value(new TableRow<T>(_schema, row), arguments), SqlTypes.Json, IsNullable: false) { Items = items };
        var field = new FieldDefinition(name, new NonNullType(new ListType(new NonNullType(items)))) { Description = description, Binding = binding };
        return new FieldDescriptor<T>(_schema, _row, field);
    }

    /// <summary>Whether a rule holds for the row and the viewer who asks: a rule that a null leaves open does not.</summary>
    public FieldDescriptor<T> Holds(string name, string description, Func<RowPolicyBuilder<T>, RowPolicy> rule)
    {
        var policy = rule(new RowPolicyBuilder<T>(_schema.Model, _schema.PolicyOf));
        return Value(name, description, SqlTypes.Boolean, isNullable: false, (row, _) => SqlFragment.Of($"(({row.Allows(policy).Sql}) is true)"));
    }

    /// <summary>The table, with its schema, by which logs name the rows; the type's own is a view of it.</summary>
    public void LoggedAs(string table) => _row.LoggedAs = table;

    /// <summary>The global id of a row of any table, which three columns name: its district, its table with the schema, its own key as
    /// text. Null where no type of the schema shows the table.</summary>
    public FieldDescriptor<T> Reference(
        string name, string description, Expression<Func<T, object?>> district, Expression<Func<T, object?>> table, Expression<Func<T, object?>> key)
    {
        var reference = new RowReference(Column(district), Column(table), Column(key), () => _schema.RowTypes);
        var field = new FieldDefinition(name, BuiltInScalars.Id)
        {
            Description = description,
            Binding = new ColumnBinding((row, _) => reference.ToGlobalId(row), SqlTypes.Text, IsNullable: true),
        };
        return new FieldDescriptor<T>(_schema, _row, field, new FilterField.Reference(reference));

        Column Column(Expression<Func<T, object?>> property) => _schema.Model.ColumnOf(typeof(T), Member.Of(property));
    }

    /// <summary>The global id of the row that a foreign key points to, also where the viewer may not read that row: to be named in a mutation.
    /// Nothing else of the row is told.</summary>
    public FieldDescriptor<T> IdOf(
        string name, string description, Expression<Func<T, object?>> navigation, Expression<Func<T, object?>> district, Expression<Func<T, object?>> key)
    {
        var target = _schema.Model.RelationOf(typeof(T), Member.Of(navigation)).To;
        var (districtColumn, keyColumn) = (_schema.Model.ColumnOf(typeof(T), Member.Of(district)), _schema.Model.ColumnOf(typeof(T), Member.Of(key)));
        return new FieldDescriptor<T>(_schema, _row, new FieldDefinition(name, new NonNullType(BuiltInScalars.Id))
        {
            Description = description,
            Binding = new ColumnBinding((row, _) => Paging.GlobalId.Base64UrlInSql(SqlFragment.Of(
                $"({new ConstantTextsSlot([_schema.RowTypeOf(target).Type.Name])})[1] || ':' || {row[districtColumn]} || ':' || {row[keyColumn]}")), SqlTypes.Text, IsNullable: false),
        });
    }

    /// <summary>The number of related rows that fulfil a condition and that the viewer may see.</summary>
    public FieldDescriptor<T> Count<TRelated>(
        string name, string description, Expression<Func<T, object?>> relation, Func<TableRow<TRelated>, FieldArguments, Predicate> condition) =>
        Computed(name, description, SqlTypes.Integer, (row, arguments) => row.Count<TRelated>(relation, related => condition(related, arguments)));

    /// <summary>The row that a foreign key points to; null where the viewer may not see it.</summary>
    public FieldDescriptor<T> ToOne(Expression<Func<T, object?>> navigation, string description, string? name = null)
    {
        var member = Member.Of(navigation);
        var relation = _schema.Model.RelationOf(typeof(T), member);
        return ToOne(name ?? Member.FieldName(member), description, _schema.RowTypeOf(relation.To),
            (parent, row, _) => parent.Matches(relation, row), isByKey: true, relation);
    }

    /// <summary>The row that a condition picks, at most one.</summary>
    public FieldDescriptor<T> ToOne<TTarget>(
        string name, string description, Func<TableRow<T>, TableRow<TTarget>, FieldArguments, Predicate> match) =>
        ToOne(name, description, _schema.RowTypeOf(typeof(TTarget)), Typed(match), isByKey: false);

    /// <summary>The rows whose foreign key points here.</summary>
    public FieldDescriptor<T> ToMany(Expression<Func<T, object?>> navigation, string description, string? name = null)
    {
        var member = Member.Of(navigation);
        var relation = _schema.Model.RelationOf(typeof(T), member);
        return ToMany(name ?? Member.FieldName(member), description, _schema.RowTypeOf(relation.To), (parent, row, _) => parent.Matches(relation, row), relation);
    }

    /// <summary>The rows that a condition picks.</summary>
    public FieldDescriptor<T> ToMany<TTarget>(
        string name, string description, Func<TableRow<T>, TableRow<TTarget>, FieldArguments, Predicate> match) =>
        ToMany(name, description, _schema.RowTypeOf(typeof(TTarget)), Typed(match));

    /// <summary>Adds a term to the order of lists that state none; the primary key always ends it.</summary>
    public void OrderedBy(Expression<Func<T, object?>> property, bool descending = false)
    {
        var column = _schema.Model.ColumnOf(typeof(T), Member.Of(property));
        _row.DefaultOrder.Add((column.Name, new SortField.Value(
            (row, _) => SqlFragment.Of($"{row[column]}"), _schema.SqlTypeOf(column), column.IsNullable), descending));
    }

    /// <summary>Adds a column to what tells two rows apart, for rows without a primary key.</summary>
    public void DistinctBy(Expression<Func<T, object?>> property)
    {
        var column = _schema.Model.ColumnOf(typeof(T), Member.Of(property));
        _row.Distinct.Add((column.Name, new SortField.Value((row, _) => SqlFragment.Of($"{row[column]}"), _schema.SqlTypeOf(column), column.IsNullable)));
    }

    /// <summary>The enum type over a C# enum, for objects that are no rows.</summary>
    public EnumType EnumTypeOf<TEnum>() where TEnum : struct, Enum => _schema.EnumTypeOf<TEnum>();

    /// <summary>How an enum is bound, for an argument of its type.</summary>
    public SqlType SqlTypeOf<TEnum>() where TEnum : struct, Enum => _schema.SqlTypeOf<TEnum>();

    /// <summary>The root fields that lead to this type.</summary>
    public RootDescriptor<T> Root => new(_schema, _row);

    private FieldDescriptor<T> Value(string name, string description, SqlType type, bool isNullable, RowValue value, Column? column = null)
    {
        var output = _schema.OutputTypeOf(type);
        var field = new FieldDefinition(name, isNullable ? output : new NonNullType(output))
        {
            Description = description,
            Binding = new ColumnBinding(value, type, isNullable),
        };
        return new FieldDescriptor<T>(_schema, _row, field, new FilterField.Value(value, type), new SortField.Value(value, type, isNullable), column);
    }

    private FieldDescriptor<T> ToOne(string name, string description, RowType target, RowMatch match, bool isByKey, Relation? path = null)
    {
        var field = new FieldDefinition(name, target.Type) { Description = description, Binding = new ToOneBinding(target, match, isByKey, path) };
        return new FieldDescriptor<T>(_schema, _row, field, new FilterField.ToOne(target, match), new SortField.ToOne(target, match));
    }

    private FieldDescriptor<T> ToMany(string name, string description, RowType target, RowMatch match, Relation? path = null)
    {
        var field = _schema.Connections.Field(name, description, target, new ToManyBinding(target, match, path));
        return new FieldDescriptor<T>(_schema, _row, field, new FilterField.ToMany(target, match), new SortField.ToMany(target, match));
    }

    private RowMatch Typed<TTarget>(Func<TableRow<T>, TableRow<TTarget>, FieldArguments, Predicate> match) =>
        (parent, row, arguments) => match(new TableRow<T>(_schema, parent), new TableRow<TTarget>(_schema, row), arguments);
}
