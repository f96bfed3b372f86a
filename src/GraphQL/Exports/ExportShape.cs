using System.Text;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>The columns of an export and where in a row's answer their values stand.</summary>
internal sealed class ExportShape
{
    private readonly List<ExportColumn> _columns = [];
    private readonly Dictionary<string, int> _byName = [];

    private ExportShape(IReadOnlyList<SelectionNode> row) => Row = new Part("", [.. Places(row, "", isMany: false)]);

    /// <summary>In the order of the selections.</summary>
    public IReadOnlyList<ExportColumn> Columns => _columns;

    /// <summary>The object of a row.</summary>
    public Part Row { get; }

    public static ExportShape Of(IReadOnlyList<SelectionNode> row) => new(row);

    /// <summary>A member of an object, under its key.</summary>
    public abstract class Place(string key)
    {
        public byte[] Key { get; } = Encoding.UTF8.GetBytes(key);
    }

    /// <summary>A value, which goes into a column.</summary>
    public sealed class Leaf(string key, int column) : Place(key)
    {
        public int Column { get; } = column;
    }

    /// <summary>An object, or a list of them.</summary>
    public sealed class Part(string key, Place[] members) : Place(key)
    {
        public Place[] Members { get; } = members;
    }

    private IEnumerable<Place> Places(IReadOnlyList<SelectionNode> selections, string path, bool isMany) =>
        selections.Select(node => PlaceOf(node, path, isMany));

    private Place PlaceOf(SelectionNode node, string path, bool isMany)
    {
        string key = node.Key.Value;
        string below = $"{path}{key}.";
        return node switch
        {
            ColumnNode column => Value(key, path, ExportKinds.Of(column.Type.DbType), isMany),
            RowNode related => new Part(key, [.. Places(related.Selections, below, isMany)]),
            ObjectNode part => new Part(key, [.. Places(part.Selections, below, isMany)]),
            // Whichever of the types a row has: what they have under the same key is one column.
            OneOfNode one => new Part(key, Merged([.. one.Rows.SelectMany(rows => Places(rows.Selections, below, isMany))])),
            ConnectionNode list => new Part(key, [.. list.Items.Select(item => ItemOf(item, below, isMany))]),
            _ => Value(key, path, ExportKind.Text, isMany),
        };
    }

    private Place ItemOf(ConnectionItem item, string path, bool isMany)
    {
        string key = item.Key.Value;
        return item switch
        {
            ConnectionItem.Nodes nodes => new Part(key, [.. Places(nodes.Selections, path, isMany: true)]),
            ConnectionItem.Edges edges => new Part(key, [.. edges.Items.Select(edge => EdgeOf(edge, path))]),
            ConnectionItem.PageInfo info => new Part(key, [.. info.Items.Select(field => Value(field.Key.Value, $"{path}{key}.", KindOf(field), isMany))]),
            ConnectionItem.TotalCount => Value(key, path, ExportKind.Number, isMany),
            _ => Value(key, path, ExportKind.Text, isMany),
        };
    }

    private Place EdgeOf(EdgeItem item, string path) => item is EdgeItem.Node node
        ? new Part(node.Key.Value, [.. Places(node.Selections, path, isMany: true)])
        : Value(item.Key.Value, path, ExportKind.Text, isMany: true);

    private static ExportKind KindOf(PageInfoItem item) =>
        item.Field is PageInfoField.HasNextPage or PageInfoField.HasPreviousPage ? ExportKind.Boolean : ExportKind.Text;

    private static Place[] Merged(Place[] members) => [.. members.GroupBy(member => Encoding.UTF8.GetString(member.Key)).Select(same => same.First() is Part
        ? new Part(same.Key, Merged([.. same.Cast<Part>().SelectMany(part => part.Members)]))
        : same.First())];

    private Leaf Value(string key, string path, ExportKind kind, bool isMany)
    {
        string name = path + key;
        if (!_byName.TryGetValue(name, out int column))
        {
            _byName[name] = column = _columns.Count;
            _columns.Add(new ExportColumn(name, kind, isMany));
        }
        return new Leaf(key, column);
    }
}
