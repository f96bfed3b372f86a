using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The connection and edge types of row types, with the names and fields of the Relay cursor connections specification and
/// Hot Chocolate's <c>nodes</c> and <c>totalCount</c>.</summary>
internal sealed class ConnectionTypes(TableSchemaBuilder schema)
{
    private readonly Dictionary<ObjectType, ObjectType> _connections = [];

    public ObjectType PageInfo { get; } = MakePageInfo();

    /// <summary>All types made so far.</summary>
    public IEnumerable<NamedType> All => _connections.Values.SelectMany(c => new NamedType[] { c, c.Fields["edges"].Type.Named }).Append(PageInfo);

    /// <summary>A field whose value is a page of rows.</summary>
    public FieldDefinition Field(string name, string description, RowType target, FieldBinding binding)
    {
        var field = Field(name, description, target.Type, binding).With(
            new InputValueDefinition("where", schema.Filters.Of(target)) { Description = "Only the rows that fulfil this." },
            new InputValueDefinition("order", new ListType(new NonNullType(schema.Sorts.Of(target)))) { Description = "The order of the rows; the first entry counts most." })
            .With([.. target.Arguments.Select(argument => new InputValueDefinition(argument.Name, argument.Type) { Description = argument.Description })]);
        return field.With(Search(target, "Only the rows that have all of these words, best first where no order is given."));
    }

    /// <summary>The argument by which rows are searched, where they can be.</summary>
    /// <param name="what">What it does, as a sentence.</param>
    public static InputValueDefinition[] Search(RowType target, string what) => target.Search is null ? [] :
    [
        new InputValueDefinition(SearchPlanner.Argument, BuiltInScalars.String)
        {
            Description = $"{what} A word is the beginning of what stands at any place of a text, as it is written, in pinyin or by initials. "
                + "A text of spaces counts as left out.",
        },
    ];

    /// <summary>A field whose value is a page of objects.</summary>
    public FieldDefinition Field(string name, string description, ObjectType node, FieldBinding binding) =>
        new FieldDefinition(name, new NonNullType(Of(node))) { Description = description, Binding = binding }.With(
            new InputValueDefinition("first", BuiltInScalars.Int) { Description = "The number of rows from the start, at most 500; 10 where neither first nor last is given." },
            new InputValueDefinition("after", BuiltInScalars.String) { Description = "Begin after the row of this cursor." },
            new InputValueDefinition("last", BuiltInScalars.Int) { Description = "The number of rows from the end, at most 500." },
            new InputValueDefinition("before", BuiltInScalars.String) { Description = "End before the row of this cursor." });

    private ObjectType Of(ObjectType node)
    {
        if (_connections.TryGetValue(node, out var known)) return known;
        string name = node.Name;
        var edge = new ObjectType($"{name}Edge") { Description = $"A {name} in a list, with its cursor." };
        edge.Add(new FieldDefinition("cursor", new NonNullType(BuiltInScalars.String)) { Description = "The place of the row in the list's order." });
        edge.Add(new FieldDefinition("node", new NonNullType(node)) { Description = "The row." });

        var connection = new ObjectType($"{name}Connection") { Description = $"A page of a list of {name}." };
        connection.Add(new FieldDefinition("nodes", ListOf(node)) { Description = "The rows of the page." });
        connection.Add(new FieldDefinition("edges", ListOf(edge)) { Description = "The rows of the page, each with its cursor." });
        connection.Add(new FieldDefinition("pageInfo", new NonNullType(PageInfo)) { Description = "Where the page stands in the list." });
        connection.Add(new FieldDefinition("totalCount", new NonNullType(BuiltInScalars.Int)) { Description = "The number of rows in the whole list; counted only when asked for." });
        return _connections[node] = connection;
    }

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static ObjectType MakePageInfo()
    {
        var type = new ObjectType("PageInfo") { Description = "Where a page stands in its list." };
        type.Add(new FieldDefinition("hasNextPage", new NonNullType(BuiltInScalars.Boolean)) { Description = "There are rows after the page." });
        type.Add(new FieldDefinition("hasPreviousPage", new NonNullType(BuiltInScalars.Boolean)) { Description = "There are rows before the page." });
        type.Add(new FieldDefinition("startCursor", BuiltInScalars.String) { Description = "The cursor of the page's first row." });
        type.Add(new FieldDefinition("endCursor", BuiltInScalars.String) { Description = "The cursor of the page's last row." });
        return type;
    }
}
