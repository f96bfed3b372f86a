using System.Collections.Concurrent;
using System.Reflection;
using HomeroomGraph.Data;
using HomeroomGraph.GraphQL.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HomeroomGraph.Gateway;

/// <summary>Answers the engine's questions about tables, columns and relations from EF Core's model, the one place that maps them.</summary>
internal sealed class EfTableModel(IModel model) : ITableModel
{
    private readonly ConcurrentDictionary<Type, Table> _tables = new();

    public Table TableOf(Type entity) => _tables.GetOrAdd(entity, type =>
    {
        var mapped = EntityType(type);
        var table = new Table(mapped.GetSchema() ?? "public", mapped.GetTableName()!);

        // The district and the row's own id say which row it is; the key of a partitioned table goes on with the partition. Sums have none.
        table.Key = [.. mapped.FindPrimaryKey()?.Properties.Take(2).Select(property => ColumnOf(table, property)) ?? []];
        table.Unique = [.. mapped.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties.Select(property => ColumnOf(table, property)).ToList())];
        return table;
    });

    public Column ColumnOf(Type entity, MemberInfo property) => ColumnOf(
        TableOf(entity),
        EntityType(entity).FindProperty(property.Name) ?? throw new InvalidOperationException($"{entity}.{property.Name} is not a column."));

    public Relation RelationOf(Type entity, MemberInfo navigation)
    {
        var path = EntityType(entity).FindNavigation(navigation.Name)
            ?? throw new InvalidOperationException($"{entity}.{navigation.Name} is not a relation.");
        var (from, to) = (TableOf(entity), TableOf(path.TargetEntityType.ClrType));
        var key = path.ForeignKey;
        var (mine, theirs) = path.IsOnDependent ? (key.Properties, key.PrincipalKey.Properties) : (key.PrincipalKey.Properties, key.Properties);
        return new Relation(from, to, [.. mine.Zip(theirs, (m, t) => (ColumnOf(from, m), ColumnOf(to, t)))], path.IsCollection);
    }

    public string StoredText(Type enumType, object value)
    {
        var property = model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).FirstOrDefault(p => Underlying(p.ClrType) == enumType);
        // One that no column keeps is an argument's, in the same words.
        var converter = property?.GetTypeMapping().Converter ?? (ValueConverter)Activator.CreateInstance(typeof(EnumTextConverter<>).MakeGenericType(enumType))!;
        return (string)converter.ConvertToProvider(value)!;
    }

    private IEntityType EntityType(Type entity) => model.FindEntityType(entity)
        ?? throw new InvalidOperationException($"{entity} is not an entity.");

    private static Column ColumnOf(Table table, IProperty property) =>
        new(table, property.GetColumnName(), Underlying(property.ClrType), property.IsNullable);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
