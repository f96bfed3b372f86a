using HomeroomGraph.GraphQL.Operations;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>A place in a statement for a value known only when it runs. Equal slots share one parameter.</summary>
public abstract record Slot
{
    public abstract NpgsqlDbType DbType { get; }

    /// <summary>The value to bind; null is SQL's NULL.</summary>
    internal abstract object? Resolve(SlotScope scope);
}

/// <summary>What slots take their values from, for one run of a plan.</summary>
internal sealed record SlotScope(CoercedVariables Variables, IViewer Viewer, Paging.PageLimits Pages)
{
    /// <summary>The keys of the rows that objects in memory point to, by the path of the field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<Paging.RowKey>> References { get; init; } =
        System.Collections.Frozen.FrozenDictionary<string, IReadOnlyCollection<Paging.RowKey>>.Empty;

    private Dictionary<Paging.SentCursor, object?[]>? _cursors;

    /// <summary>The values of a cursor's keys; it is read once, however many of them are bound.</summary>
    internal object?[] KeysOf(Paging.SentCursor cursor)
    {
        _cursors ??= [];
        return _cursors.TryGetValue(cursor, out var keys) ? keys : _cursors[cursor] = cursor.Keys(Variables);
    }
}

/// <summary>A value of our own source or of a literal in the document.</summary>
public sealed record ConstantSlot(object? Value, SqlType Type) : Slot
{
    public override NpgsqlDbType DbType => Type.DbType;
    internal override object? Resolve(SlotScope scope) => Value is null ? null : Type.ToParameter(Value);
}

/// <summary>The viewer's claim, an array.</summary>
public sealed record ClaimSlot(Claim Claim) : Slot
{
    public override NpgsqlDbType DbType => Claim.Type.DbType | NpgsqlDbType.Array;
    internal override object Resolve(SlotScope scope) => scope.Viewer.ValueOf(Claim)!;
}

/// <summary>The viewer's claim where it has one value.</summary>
public sealed record SingleClaimSlot(Claim Claim) : Slot
{
    public override NpgsqlDbType DbType => Claim.Type.DbType;
    internal override object Resolve(SlotScope scope) => scope.Viewer.ValueOf(Claim)!.GetValue(0)!;
}

/// <summary>The business day of the request, from the one clock.</summary>
public sealed record TodaySlot : Slot
{
    public override NpgsqlDbType DbType => NpgsqlDbType.Date;
    internal override object Resolve(SlotScope scope) => scope.Viewer.Today;
}

/// <summary>A leaf of the request's input, from a variable or a literal.</summary>
internal sealed record InputSlot(InputLeaf Leaf, SqlType Type) : Slot
{
    public override NpgsqlDbType DbType => Type.DbType;
    internal override object? Resolve(SlotScope scope) => Leaf.Value(scope.Variables) is { } value ? Type.ToParameter(value) : null;
}

/// <summary>A list of leaves of the request's input as one array: <c>in</c> is <c>= any($n)</c>.</summary>
internal sealed record InputListSlot(InputLeafList Leaves, SqlType Type) : Slot
{
    public override NpgsqlDbType DbType => Type.DbType | NpgsqlDbType.Array;
    internal override object Resolve(SlotScope scope) => Type.ToArray([.. Leaves.Values(scope.Variables).Where(v => v is not null)]);
}

/// <summary>A part of the keys that objects in memory point to: the districts, or the tables' own ids, as parallel arrays.</summary>
internal sealed record ReferenceSlot(string Path, bool OwnId) : Slot
{
    public override NpgsqlDbType DbType => (OwnId ? NpgsqlDbType.Bigint : NpgsqlDbType.Integer) | NpgsqlDbType.Array;

    internal override object Resolve(SlotScope scope)
    {
        var keys = scope.References.GetValueOrDefault(Path) ?? [];
        return OwnId ? keys.Select(k => k.Id ?? 0).ToArray() : keys.Select(k => k.DistrictId).ToArray();
    }
}

/// <summary>A part of the row key of a global id that the request carries.</summary>
internal sealed record GlobalIdSlot(InputLeaf Leaf, string TypeName, bool OwnId, string Path) : Slot
{
    public override NpgsqlDbType DbType => OwnId ? NpgsqlDbType.Bigint : NpgsqlDbType.Integer;

    internal override object Resolve(SlotScope scope)
    {
        var id = Paging.GlobalId.Require((string)Leaf.Value(scope.Variables)!, TypeName, Path);
        return OwnId ? id.Key.Id ?? 0L : id.Key.DistrictId;
    }
}

/// <summary>A part of the row keys of the ids of one type in a list that the request carries.</summary>
internal sealed record GlobalIdListSlot(InputLeafList Leaves, string TypeName, bool OwnId, string Path) : Slot
{
    public override NpgsqlDbType DbType => (OwnId ? NpgsqlDbType.Bigint : NpgsqlDbType.Integer) | NpgsqlDbType.Array;

    internal override object Resolve(SlotScope scope)
    {
        var keys = Leaves.Values(scope.Variables).OfType<string>()
            .Select(text => Paging.GlobalId.Require(text, typeName: null, Path))
            .Where(id => id.TypeName == TypeName).Select(id => id.Key).Distinct();
        return OwnId ? keys.Select(k => k.Id ?? 0).ToArray() : keys.Select(k => k.DistrictId).ToArray();
    }
}
