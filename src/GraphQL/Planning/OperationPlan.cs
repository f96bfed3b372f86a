using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>What an operation does: the fields of its root in their order.</summary>
internal sealed record OperationPlan(IReadOnlyList<RootNode> Roots)
{
    /// <summary>The fields of rows that fail wherever they occur. Each stands in the answer as a mark with its number, which
    /// <see cref="Execution.FaultyAnswer"/> finds.</summary>
    public IReadOnlyList<PlannedFault> Faults { get; init; } = [];

    /// <summary>Why the root itself can't be executed.</summary>
    public FieldFault? RootFault { get; init; }
}

/// <summary>A field that fails, and why.</summary>
internal sealed record PlannedFault(SelectedField Field, FieldFault Fault);

/// <summary>A field of the root.</summary>
internal abstract record RootNode(SelectedField Field)
{
    /// <summary>Rows of the database.</summary>
    public sealed record Data(SelectedField Field, SelectionNode Node) : RootNode(Field);

    /// <summary>Rows of several types, in the order of the ids that ask for them.</summary>
    /// <param name="ByType">The name of a type and how its rows are read; the match is a list of keys.</param>
    public sealed record ManyById(SelectedField Field, IReadOnlyList<(RowType Type, RowNode Rows)> ByType, InputLeafList Ids) : RootNode(Field);

    /// <summary>A field of rows that fails.</summary>
    public sealed record Fault(SelectedField Field, int Number) : RootNode(Field);

    /// <summary>An object that code makes in memory, with the rows that it may point to.</summary>
    public sealed record Memory(SelectedField Field, IReadOnlyList<ReferenceNode> References, bool IsMutation) : RootNode(Field)
    {
        /// <summary>How many objects there are at most that point to rows, each to a row of one type; null where it is one object.</summary>
        public PageSizeSlot? Items { get; init; }

        /// <summary>What it costs beside its rows.</summary>
        public int Cost { get; init; }
    }
}

/// <summary>Rows that objects in memory point to: one field of theirs, whatever the number of the objects.</summary>
/// <param name="Place">The field's path without list indices, and the type it is selected on.</param>
internal sealed record ReferenceNode(string Place, RowType Target, RowNode Rows)
{
    public static string PlaceOf(SelectedField field) => $"{field.Path}@{field.Parent}";

    /// <summary>The place of a field whose row may be of several types.</summary>
    public static string PlaceOf(SelectedField field, string type) => $"{PlaceOf(field)}@{type}";
}
