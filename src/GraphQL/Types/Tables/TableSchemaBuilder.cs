using System.Text.Json;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Directives;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Puts a schema together from declarations: types over tables, enums, types in memory, root fields.</summary>
public sealed class TableSchemaBuilder
{
    private readonly List<TableType> _tables = [];
    private readonly List<EnumDeclaration> _enums = [];
    private readonly List<NamedType> _types = [];
    private readonly Dictionary<Type, RowType> _rowsByEntity = [];
    private readonly Dictionary<Type, RowPolicy> _links = [];
    private readonly Dictionary<Table, RowType> _rowsByTable = [];
    private readonly Dictionary<Type, EnumTextType> _enumTypes = [];
    private readonly Dictionary<SqlType, NamedType> _outputTypes = new()
    {
        [SqlTypes.Smallint] = BuiltInScalars.Int,
        [SqlTypes.Integer] = BuiltInScalars.Int,
        [SqlTypes.Bigint] = LongScalar.Instance,
        [SqlTypes.Double] = BuiltInScalars.Float,
        [SqlTypes.Decimal] = DecimalScalar.Instance,
        [SqlTypes.Json] = JsonScalar.Instance,
        [SqlTypes.Boolean] = BuiltInScalars.Boolean,
        [SqlTypes.Text] = BuiltInScalars.String,
        [SqlTypes.Date] = DateScalar.Instance,
        [SqlTypes.Timestamp] = DateTimeScalar.Instance,
    };

    public TableSchemaBuilder(ITableModel model)
    {
        Model = model;
        Filters = new FilterTypes(this);
        Sorts = new SortTypes(this);
        Connections = new ConnectionTypes(this);
        Groups = new GroupTypes(this);
        NodeType.Add(new FieldDefinition("id", new NonNullType(BuiltInScalars.Id)) { Description = "The global id." });
    }

    /// <summary>The root of queries; fields of types in memory are added to it directly.</summary>
    public ObjectType Query { get; } = new("Query") { Description = "What can be read." };

    /// <summary>The root of mutations.</summary>
    public ObjectType Mutation { get; } = new("Mutation") { Description = "What can be done." };

    /// <summary>The root of subscriptions.</summary>
    internal ObjectType Subscription { get; } = new("Subscription") { Description = "What can be followed: docs/subscriptions.md." };

    /// <summary>The interface of the errors in payloads.</summary>
    public InterfaceType Error { get; } = UserErrors.MakeInterface();

    internal ITableModel Model { get; }
    internal IEnumerable<RowType> RowTypes => _rowsByEntity.Values;
    internal FilterTypes Filters { get; }
    internal SortTypes Sorts { get; }
    internal ConnectionTypes Connections { get; }
    internal GroupTypes Groups { get; }
    internal ChangeTypes Changes { get; } = new();
    private InterfaceType NodeType { get; } = new("Node") { Description = "Anything with a global id (GraphQL global object identification)." };

    public TableSchemaBuilder Add(params TableType[] tables)
    {
        _tables.AddRange(tables);
        return this;
    }

    /// <summary>Adds a table that only links others: conditions may read it, under its own policy, but no type shows it.</summary>
    public TableSchemaBuilder AddLink<T>(Func<RowPolicyBuilder<T>, RowPolicy> policy)
    {
        _links.Add(typeof(T), policy(new RowPolicyBuilder<T>(Model, PolicyOf)));
        return this;
    }

    public TableSchemaBuilder Add(params EnumDeclaration[] enums)
    {
        _enums.AddRange(enums);
        return this;
    }

    /// <summary>Adds types whose values are objects in memory.</summary>
    public TableSchemaBuilder Add(params NamedType[] types)
    {
        _types.AddRange(types);
        return this;
    }

    /// <summary>The schema; after it the builder is done.</summary>
    /// <param name="inMemory">Declares what is not over tables, once the row types are known.</param>
    public TableSchema Build(IReadOnlyList<Claim> claims, Action<TableSchemaBuilder>? inMemory = null)
    {
        DeclareNodeFields();
        foreach (var declaration in _enums) AddEnum(declaration);
        foreach (var table in _tables) AddRowType(table);
        foreach (var table in _tables) RowTypeOf(table.Entity).Policy = table.BuildPolicy(this);
        // Before the fields: each list of a type takes the argument.
        foreach (var table in _tables) RowTypeOf(table.Entity).Search = table.BuildSearch(this);
        foreach (var table in _tables) table.Declare(this, RowTypeOf(table.Entity));
        inMemory?.Invoke(this);
        Groups.Fill();
        GiveEmptySortsAnId();
        // A type of which there is no list is no filter and no order.
        foreach (var row in _rowsByEntity.Values.Where(row => Filters.Has(row) && Sorts.Has(row))) DeprecatedInputs.Follow(row, Filters.Of(row), Sorts.Of(row));
        new ColumnRuleCheck(_rowsByEntity.Values, claims).Run();
        return new TableSchema(MakeSchema(), _rowsByEntity.Values.ToDictionary(r => r.Type.Name), claims);
    }

    /// <summary>The type over an entity's table.</summary>
    public RowType RowTypeOf(Type entity) => _rowsByEntity.GetValueOrDefault(entity)
        ?? throw new InvalidOperationException($"No type is declared over {entity}.");

    /// <summary>The enum type over a C# enum, for types in memory.</summary>
    public EnumType EnumTypeOf<TEnum>() where TEnum : struct, Enum =>
        _enumTypes.GetValueOrDefault(typeof(TEnum)) is { } known ? (EnumType)_outputTypes[known]
            : throw new InvalidOperationException($"{typeof(TEnum)} has no enum type in the schema.");

    /// <summary>How an enum is bound, for arguments.</summary>
    internal SqlType SqlTypeOf<TEnum>() where TEnum : struct, Enum => _enumTypes[typeof(TEnum)];

    internal RowType RowTypeOf(Table table) => _rowsByTable.GetValueOrDefault(table)
        ?? throw new InvalidOperationException($"No type is declared over {table}.");

    internal RowPolicy PolicyOf(Type entity) => _links.GetValueOrDefault(entity) ?? RowTypeOf(entity).Policy;

    /// <summary>Reads an entity's table under its policy.</summary>
    internal TableSource Read(Type entity, PolicyScope scope) => _rowsByEntity.GetValueOrDefault(entity) is { } row
        ? row.Read(scope)
        : new(Model.TableOf(entity), PolicyOf(entity), scope);

    internal NamedType OutputTypeOf(SqlType type) => type is MadeText ? BuiltInScalars.String : _outputTypes[type];

    internal SqlType SqlTypeOf(Column column) => Type.GetTypeCode(column.ClrType) switch
    {
        _ when column.ClrType.IsEnum => _enumTypes.GetValueOrDefault(column.ClrType)
            ?? throw new InvalidOperationException($"{column.ClrType} has no enum type in the schema."),
        TypeCode.Int16 => SqlTypes.Smallint,
        TypeCode.Int32 => SqlTypes.Integer,
        TypeCode.Int64 => SqlTypes.Bigint,
        TypeCode.Double => SqlTypes.Double,
        TypeCode.Decimal => SqlTypes.Decimal,
        TypeCode.Boolean => SqlTypes.Boolean,
        TypeCode.String => SqlTypes.Text,
        TypeCode.DateTime => SqlTypes.Timestamp,
        _ when column.ClrType == typeof(DateOnly) => SqlTypes.Date,
        _ when column.ClrType == typeof(JsonElement) => SqlTypes.Json,
        _ => throw new InvalidOperationException($"A column of {column.ClrType} ({column.Name}) can't be a field."),
    };

    private void AddEnum(EnumDeclaration declaration)
    {
        var type = declaration.Build(Model);
        var sql = _enumTypes[declaration.ClrType] = new EnumTextType(type);
        _outputTypes[sql] = type;
        _types.Add(type);
    }

    private void AddRowType(TableType declaration)
    {
        var type = new ObjectType(declaration.Name) { Description = declaration.Description };
        var row = new RowType(type, Model.TableOf(declaration.Entity)) { Arguments = declaration.Arguments };
        if (row.Table.Key.Count > 0)
        {
            type.Interfaces.Add(NodeType);
            type.Add(new FieldDefinition("id", new NonNullType(BuiltInScalars.Id)) { Description = "The global id.", Binding = new GlobalIdBinding(row) });
        }
        _rowsByEntity.Add(declaration.Entity, row);
        _rowsByTable.Add(row.Table, row);
        _types.Add(type);
    }

    private void DeclareNodeFields()
    {
        var id = new NonNullType(BuiltInScalars.Id);
        Query.Add(new FieldDefinition("node", NodeType) { Description = "The object of a global id.", Binding = new NodeBinding() }.With(
            new InputValueDefinition("id", id) { Description = "The global id." }));
        Query.Add(new FieldDefinition("nodes", new NonNullType(new ListType(NodeType)))
        {
            Description = "The objects of several global ids, in their order; null for one that is not there.",
            Binding = new NodesBinding(),
        }.With(new InputValueDefinition("ids", new NonNullType(new ListType(id))) { Description = "The global ids, at most 500." }));
    }

    /// <summary>An input object must have a field: a type by which no list can be ordered is ordered by its key.</summary>
    private void GiveEmptySortsAnId()
    {
        foreach (var row in _rowsByEntity.Values.Where(row => row.Sorts.Count == 0 && row.Table.Key.Count > 0 && Sorts.Has(row)))
        {
            var key = row.Table.Key[^1];
            var sort = new SortField.Value((source, _) => SqlFragment.Of($"{source[key]}"), SqlTypeOf(key), IsNullable: false);
            Sorts.Add(row, row.Type.Fields["id"], sort);
        }
    }

    private Schema MakeSchema() => new(
        Query,
        Mutation.Fields.Count > 0 ? Mutation : null,
        Subscription.Fields.Count > 0 ? Subscription : null,
        [Query, NodeType, .. _types, .. Connections.All, .. Groups.All, .. Filters.All, .. Sorts.All],
        BuiltInDirectives.All);
}
