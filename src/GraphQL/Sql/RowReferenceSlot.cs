using System.Globalization;
using HomeroomGraph.GraphQL.Operations;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>A part of the columns that name a row of any table.</summary>
internal enum RowReferencePart
{
    District,
    Table,
    Row,
}

/// <summary>A part of a global id that the request carries, which may be of any type.</summary>
internal sealed record RowReferenceSlot(InputLeaf Leaf, RowReferencePart Part, IReadOnlyDictionary<string, string> Tables, string Path) : Slot
{
    public override NpgsqlDbType DbType => Part == RowReferencePart.District ? NpgsqlDbType.Integer : NpgsqlDbType.Text;

    internal override object Resolve(SlotScope scope) => Of((string)Leaf.Value(scope.Variables)!, Part, Tables, Path);

    internal static object Of(string text, RowReferencePart part, IReadOnlyDictionary<string, string> tables, string path)
    {
        var id = Paging.GlobalId.Require(text, typeName: null, path);
        return part switch
        {
            RowReferencePart.District => id.Key.DistrictId,
            RowReferencePart.Table => tables.GetValueOrDefault(id.TypeName, ""),
            _ => (id.Key.Id ?? id.Key.DistrictId).ToString(CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>A part of a list of such ids, as one of parallel arrays.</summary>
internal sealed record RowReferenceListSlot(InputLeafList Leaves, RowReferencePart Part, IReadOnlyDictionary<string, string> Tables, string Path) : Slot
{
    public override NpgsqlDbType DbType => (Part == RowReferencePart.District ? NpgsqlDbType.Integer : NpgsqlDbType.Text) | NpgsqlDbType.Array;

    internal override object Resolve(SlotScope scope)
    {
        var parts = Leaves.Values(scope.Variables).OfType<string>().Select(id => RowReferenceSlot.Of(id, Part, Tables, Path));
        return Part == RowReferencePart.District ? parts.Cast<int>().ToArray() : parts.Cast<string>().ToArray();
    }
}

/// <summary>Texts of our own source as one array.</summary>
internal sealed record ConstantTextsSlot(string[] Texts) : Slot
{
    public override NpgsqlDbType DbType => NpgsqlDbType.Text | NpgsqlDbType.Array;
    internal override object Resolve(SlotScope scope) => Texts;
}
