using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>The bounds of every page.</summary>
/// <param name="Default">Rows of a page that states no size.</param>
/// <param name="Max">The most a client may ask for.</param>
public sealed record PageLimits(int Default = 10, int Max = 500);

/// <summary>Which part of a connection's rows is asked for.</summary>
/// <param name="Size">Slot of first or last, else the default.</param>
/// <param name="Backward">From the end: <c>last</c>.</param>
/// <param name="After">Keys after which the page begins; empty where there is no cursor.</param>
/// <param name="Before">Keys before which the page ends; empty where there is no cursor.</param>
internal sealed record Window(PageSizeSlot Size, bool Backward, IReadOnlyList<Slot> After, IReadOnlyList<Slot> Before);

/// <summary>The size of a page, plus the rows read beyond it to know whether there is a next one.</summary>
internal sealed record PageSizeSlot : Slot
{
    internal PageSizeSlot(InputLeaf? size, string argument, string path, int beyond = 0) =>
        (Size, Argument, Path, Beyond) = (size, argument, path, beyond);

    /// <summary>No bound: all rows there are, in an export.</summary>
    public static PageSizeSlot All { get; } = new(size: null, argument: "first", path: "") { IsAll = true };

    private bool IsAll { get; init; }
    private InputLeaf? Size { get; }
    private string Argument { get; }
    private string Path { get; }
    private int Beyond { get; init; }

    public override NpgsqlDbType DbType => NpgsqlDbType.Integer;

    /// <summary>One row more, which is not shown.</summary>
    public PageSizeSlot AndOneBeyond => this with { Beyond = 1 };

    /// <summary>It is the same for every request: stated by the document, or by nobody.</summary>
    public bool IsFixed => Size is null or { IsLiteral: true };

    /// <summary>Nobody states it.</summary>
    public bool IsDefault => Size is null && !IsAll;

    /// <summary>The number of rows that the document states; null where that is a variable's, or nobody's, value.</summary>
    public int? Stated => Size is { IsLiteral: true } ? Convert.ToInt32(Size.Value(CoercedVariables.None), null) : null;

    /// <summary>As it stands in the statement: a size that the document states is written into it, for of a parameter PostgreSQL knows only that it
    /// may be a tenth of all rows. One that can't be is refused before the statement runs.</summary>
    public SqlFragment Sql => this switch
    {
        { IsAll: true } => SqlFragment.Of($"all"),
        { Stated: { } size } => SqlFragment.Of($"{new SqlInteger(size + Beyond)}"),
        _ => SqlFragment.Of($"{this}"),
    };

    internal override object Resolve(SlotScope scope) => PageSize(scope) + Beyond;

    /// <summary>The number of rows to show.</summary>
    internal int PageSize(SlotScope scope)
    {
        if (IsAll) return int.MaxValue;
        int size = Size?.Value(scope.Variables) is { } value ? Convert.ToInt32(value, null) : scope.Pages.Default;
        if (size < 0) throw Refused($"'{Argument}' must not be negative; it is {size}.");
        if (size > scope.Pages.Max) throw Refused($"'{Argument}' is {size}; a page has at most {scope.Pages.Max} rows.");
        return size;
    }

    private GraphQLRequestException Refused(string message) =>
        new([new GraphQLError(message, ErrorCodes.BadUserInput) { Path = Path.Split('.') }]);
}
