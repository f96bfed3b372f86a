using System.Linq.Expressions;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares the fields of the query's root that lead to rows of a type.</summary>
public sealed class RootDescriptor<T>
{
    private readonly TableSchemaBuilder _schema;
    private readonly RowType _row;

    internal RootDescriptor(TableSchemaBuilder schema, RowType row) => (_schema, _row) = (schema, row);

    /// <summary>All rows that the viewer may see, a page at a time.</summary>
    public RootDescriptor<T> List(string name, string description)
    {
        _schema.Query.Add(_schema.Connections.Field(name, description, _row, new RootConnectionBinding(_row)));
        return this;
    }

    /// <summary>Groups of all rows that the viewer may see, called after the type: <c>paperGroups</c> of <c>Paper</c>.</summary>
    public RootDescriptor<T> Groups(string description)
    {
        _schema.Query.Add(_schema.Groups.Field(GroupTypes.NameOf(_row), description, _row, new RootGroupsBinding(_row)));
        return this;
    }

    /// <summary>The row of a global id.</summary>
    public RootDescriptor<T> ById(string name, string description)
    {
        _schema.Query.Add(new FieldDefinition(name, _row.Type) { Description = description, Binding = new RootByIdBinding(_row) }.With(
            new InputValueDefinition("id", new NonNullType(BuiltInScalars.Id)) { Description = "The global id." }));
        return this;
    }

    /// <summary>The row of a natural key. A key that is unique only below an owner takes the owner's id too.</summary>
    /// <param name="owner">The relation to the owner, whose id is an optional argument: <c>districtId</c> for <c>District</c>.</param>
    /// <param name="asKept">Makes of a key as it was asked for the one that the column keeps.</param>
    public RootDescriptor<T> ByKey(
        string name, string description, Expression<Func<T, object?>> key, Expression<Func<T, object?>>? owner = null,
        Func<SqlFragment, SqlFragment>? asKept = null)
    {
        var column = _schema.Model.ColumnOf(typeof(T), Member.Of(key));
        string argument = Member.FieldName(Member.Of(key));
        _row.NaturalKeys.Add(column.Name);
        var type = _schema.SqlTypeOf(column);
        var relation = owner is null ? null : _schema.Model.RelationOf(typeof(T), Member.Of(owner));
        string ownerArgument = owner is null ? "" : Member.FieldName(Member.Of(owner)) + "Id";

        var field = new FieldDefinition(name, _row.Type) { Description = description, Binding = new RootLookupBinding(_row, Match) }.With(
            new InputValueDefinition(argument, new NonNullType(_schema.OutputTypeOf(type))) { Description = "The natural key." });
        if (relation is not null)
            field.With(new InputValueDefinition(ownerArgument, BuiltInScalars.Id) { Description = "Below which owner, for a viewer who sees several." });
        _schema.Query.Add(field);
        return this;

        Predicate Match(TableSource row, FieldArguments arguments) => Predicate.And(
            Predicate.Of($"{row[column]} = {(asKept ?? (asked => asked))(arguments.Find(argument, type)!)}"),
            relation is not null && arguments.Leaf(ownerArgument) is { } id ? OwnedBy(relation, row, id, arguments.Path) : Predicate.True);
    }

    /// <summary>A root field declared before is on its way out.</summary>
    /// <param name="name">The root field.</param>
    /// <param name="use">The field to use instead, as a schema coordinate.</param>
    /// <param name="removalAfter">The last day on which it is there.</param>
    public RootDescriptor<T> Deprecated(string name, string use, DateOnly removalAfter)
    {
        _schema.Query.Fields[name].Deprecated(new DeprecationNotice(use, removalAfter));
        return this;
    }

    /// <summary>Subscribers are told of the rows that change, by the log in which the type's table stands.</summary>
    /// <param name="concerns">Whether a row may be one that the viewer sees, where its key tells: for others nothing is read.</param>
    public RootDescriptor<T> Changes(string name, string description, Func<IViewer, RowKey, bool>? concerns = null)
    {
        _schema.Subscription.Add(_schema.Changes.Field(name, description, _row, concerns));
        return this;
    }

    private Predicate OwnedBy(Relation relation, TableSource row, InputLeaf id, string path) =>
        Predicate.And(relation.Columns.Select((pair, i) => Predicate.Of(
            $"{row[pair.From]} = {new GlobalIdSlot(id, _schema.RowTypeOf(relation.To).Type.Name, OwnId: i == 1, path)}")));
}
