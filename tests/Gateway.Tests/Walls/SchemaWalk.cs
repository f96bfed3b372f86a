using System.Text;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>A list at the root of the query, and the type of its rows.</summary>
internal sealed record RootList(string Name, ObjectType Row);

/// <summary>Groups at the root of the query, of the rows of a list.</summary>
internal sealed record RootGroups(string Name, RootList List, ObjectType Group);

/// <summary>Reads out of the schema what can be asked, so that a type that is added is under the walls' tests from the first day.</summary>
internal sealed class SchemaWalk(Schema schema)
{
    private static readonly string[] ReferenceData = ["Region", "PolicyKind", "FigureDefinition"];

    /// <summary>All lists at the root that give their rows unasked; a search has tests of its own.</summary>
    public IReadOnlyList<RootList> Lists { get; } =
        [.. Fields(schema.Query!).Where(IsConnection).Select(field => new RootList(field.Name, RowOf(field)))];

    /// <summary>All groups at the root, each with the list of the rows that are grouped.</summary>
    public IReadOnlyList<RootGroups> Groups { get; } =
    [
        .. from field in schema.Query!.Fields.Values
           where IsGroups(field)
           from list in schema.Query!.Fields.Values
           where IsConnection(list) && $"{RowOf(list).Name}Group" == RowOf(field).Name
           select new RootGroups(field.Name, new RootList(list.Name, RowOf(list)), RowOf(field)),
    ];

    /// <summary>The root fields that take a global id of one type, with that type.</summary>
    public IEnumerable<(string Name, ObjectType Row)> ById =>
        from root in schema.Query!.Fields.Values
        where root.Type.Named is ObjectType && root.Arguments.Keys.SequenceEqual(["id"])
        select (root.Name, (ObjectType)root.Type.Named);

    /// <summary>The root fields that take a natural key, which is a field of the row by the same name.</summary>
    public IEnumerable<(string Name, string Key, ObjectType Row)> ByKey =>
        from root in schema.Query!.Fields.Values
        let row = root.Type.Named as ObjectType
        where row is not null && root.Arguments.Count > 0
        let key = root.Arguments.Keys.First()
        where key != "id" && row.Fields.ContainsKey(key)
        select (root.Name, key, row);

    /// <summary>The fields of a row without rows of their own and without an argument that must be given.</summary>
    public static IEnumerable<FieldDefinition> Leaves(ObjectType row) => Fields(row).Where(field => field.Type.Named is ScalarType or EnumType);

    /// <summary>The fields that lead to one row.</summary>
    public static IEnumerable<FieldDefinition> ToOnes(ObjectType row) => Fields(row).Where(field => IsRow(field.Type.Named));

    /// <summary>The fields that lead to a list of rows.</summary>
    public static IEnumerable<FieldDefinition> ToManys(ObjectType row) => Fields(row).Where(IsConnection);

    /// <summary>The rows of a connection field.</summary>
    public static ObjectType RowOf(FieldDefinition connection) => (ObjectType)((ObjectType)connection.Type.Named).Fields["nodes"].Type.Named;

    /// <summary>Everything that hangs on a row: its values, the related rows, and a few of each list with theirs.</summary>
    public static string Selection(ObjectType row)
    {
        var text = new StringBuilder("__typename ");
        foreach (var leaf in Leaves(row)) text.Append(leaf.Name).Append(' ');
        foreach (var one in ToOnes(row)) text.Append($"{one.Name} {{ {LeavesOf((ObjectType)one.Type.Named)} }} ");
        foreach (var many in ToManys(row)) text.Append($"{many.Name}(first: 3) {{ totalCount nodes {{ {LeavesOf(RowOf(many))} }} }} ");
        return text.ToString();
    }

    /// <summary>A document that asks everything of a list.</summary>
    public static string Everything(RootList list, int first) => $"{{ {list.Name}(first: {first}) {{ totalCount nodes {{ {Selection(list.Row)} }} }} }}";

    /// <summary>The keys of groups, and one of each related row, as an entry of <c>by</c> and what is shown of it below <c>key</c>.</summary>
    public static IEnumerable<(string By, string Shown)> Keys(RootGroups groups) => Keys((ObjectType)groups.Group.Fields["key"].Type.Named, depth: 1);

    /// <summary>Count and all measures of groups.</summary>
    public static string Measures(RootGroups groups) => string.Join(' ', groups.Group.Fields.Values
        .Where(field => field.Type.Named is ObjectType { Name: var name } && name.EndsWith("Measures", StringComparison.Ordinal))
        .Select(field => $"{field.Name} {{ {LeavesOf((ObjectType)field.Type.Named)} }}").Prepend("count"));

    /// <summary>A document that asks a list's total, the one group of all rows, and groups by every key.</summary>
    public static string Everything(RootGroups groups)
    {
        var text = new StringBuilder($"{{ list: {groups.List.Name}(first: 1) {{ totalCount }} all: {groups.Name} {{ totalCount nodes {{ {Measures(groups)} }} }} ");
        int number = 0;
        foreach (var (by, shown) in Keys(groups))
            text.Append($"k{number++}: {groups.Name}(first: 500, by: [{by}]) {{ totalCount nodes {{ key {{ {shown} }} count }} }} ");
        return text.Append('}').ToString();
    }

    /// <summary>The conditions on a list: the paths of its filter input down to one relation, each with the operations at its end.</summary>
    public IEnumerable<(string Path, InputObjectType Operations)> Filters(RootList list) => Filters(Input($"{list.Row.Name}FilterInput"), depth: 1);

    /// <summary>A condition as the path of its fields and what stands at the end: <c>{ school: { name: { eq: "…" } } }</c>.</summary>
    public static string Condition(string path, string operations) =>
        path.Split('.').Reverse().Aggregate(operations, (inner, field) => $"{{ {field}: {inner} }}");

    /// <summary>The row type whose id stands at the end of a filter's path.</summary>
    public string TypeAt(RootList list, string path)
    {
        var row = list.Row;
        foreach (string step in path.Split('.').Where(step => step is not "some" and not "id"))
            row = IsConnection(row.Fields[step]) ? RowOf(row.Fields[step]) : (ObjectType)row.Fields[step].Type.Named;
        return row.Name;
    }

    /// <summary>What tells of a row where it is from: its id, or for sums, which have none, the district's.</summary>
    public static string Identity(ObjectType row) => HasId(row) ? "id" : "district { id }";

    /// <summary>The rows have ids of their own.</summary>
    public static bool HasId(ObjectType row) => row.Fields.ContainsKey("id");

    /// <summary>Rows that belong to no district.</summary>
    public static bool IsReferenceData(string typeName) => ReferenceData.Contains(typeName);

    /// <summary>The orders of a list, down to one relation: <c>{ school: { name: DESC } }</c>.</summary>
    public IEnumerable<string> Orders(RootList list) => Orders(Input($"{list.Row.Name}SortInput"), depth: 1);

    private InputObjectType Input(string name) => (InputObjectType)schema.Types[name];

    private static IEnumerable<(string By, string Shown)> Keys(ObjectType keys, int depth)
    {
        foreach (var field in keys.Fields.Values)
        {
            switch (field.Type.Named)
            {
                case ScalarType { Name: "Date" }: yield return ($"{{ {field.Name}: MONTH }}", field.Name); break;
                case ObjectType row when IsRow(row): yield return ($"{{ {field.Name}: true }}", $"{field.Name} {{ {LeavesOf(row)} }}"); break;
                case ObjectType related when depth > 0:
                    // One is enough to go through the relation, which is what the walls are about.
                    foreach (var (by, shown) in Keys(related, depth - 1).Take(1)) yield return ($"{{ {field.Name}: {by} }}", $"{field.Name} {{ {shown} }}");
                    break;
                case ObjectType: break;
                default: yield return ($"{{ {field.Name}: true }}", field.Name); break;
            }
        }
    }

    private static string LeavesOf(ObjectType row) => string.Join(' ', Leaves(row).Select(leaf => leaf.Name));

    private static IEnumerable<(string Path, InputObjectType Operations)> Filters(InputObjectType filter, int depth)
    {
        foreach (var field in filter.Fields.Values)
        {
            if (field.Type.Named is not InputObjectType input || field.Name is "and" or "or" or "not") continue;
            if (input.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal))
                yield return (field.Name, input);
            else if (depth > 0 && input.Fields.TryGetValue("some", out var some))
                foreach (var (path, operations) in Filters((InputObjectType)some.Type.Named, depth - 1)) yield return ($"{field.Name}.some.{path}", operations);
            else if (depth > 0)
                foreach (var (path, operations) in Filters(input, depth - 1)) yield return ($"{field.Name}.{path}", operations);
        }
    }

    private static IEnumerable<string> Orders(InputObjectType sort, int depth)
    {
        foreach (var field in sort.Fields.Values)
        {
            if (field.Type.Named is not InputObjectType related)
                yield return $"{{ {field.Name}: DESC }}";
            else if (related.Fields.TryGetValue("max", out var greatest))
                foreach (string order in depth == 0 ? [] : Orders((InputObjectType)greatest.Type.Named, 0).Take(1).Select(inner => $"max: {inner}").Append("count: DESC"))
                    yield return $"{{ {field.Name}: {{ {order} }} }}";
            else if (depth > 0)
                foreach (string order in Orders(related, depth - 1)) yield return $"{{ {field.Name}: {order} }}";
        }
    }

    private static IEnumerable<FieldDefinition> Fields(ObjectType row) => row.Fields.Values.Where(field => !field.Arguments.Values.Any(argument => argument.IsRequired));

    private static bool IsRow(NamedType type) => type is ObjectType row && row.Interfaces.Any(face => face.Name == "Node");

    private static bool IsConnection(FieldDefinition field) => IsPage(field) && !IsGroups(field);

    private static bool IsGroups(FieldDefinition field) =>
        IsPage(field) && RowOf(field).Fields.TryGetValue("key", out var key) && key.Type.Named.Name.EndsWith("GroupKey", StringComparison.Ordinal);

    private static bool IsPage(FieldDefinition field) => field.Type.Named is ObjectType { Name: var name } && name.EndsWith("Connection", StringComparison.Ordinal);
}
