using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>A field by which rows can be grouped.</summary>
/// <param name="Name">In the inputs and objects of keys.</param>
internal abstract record GroupField(string Name, string? Description)
{
    /// <summary>By a value of the row. Its binding is looked at when it is planned, so whatever was declared of the field holds.</summary>
    public sealed record Value(FieldDefinition Field) : GroupField(Field.Name, Field.Description)
    {
        public ColumnBinding Column => (ColumnBinding)Field.Binding!;
    }

    /// <summary>By a related row, and by the fields of it.</summary>
    /// <param name="IsUnique">At most one row can match.</param>
    public sealed record Row(string Name, string? Description, RowType Target, RowMatch Match, bool IsUnique, FieldDefinition Field) : GroupField(Name, Description)
    {
        /// <summary>The foreign key that leads to the related row; null where something else does.</summary>
        public Relation? Path { get; init; }

        /// <summary>The key that holds keys of the related row: <c>leaderBy</c> of <c>leader</c>.</summary>
        public string Through => Name + "By";
    }

    /// <summary>Why the field is on its way out.</summary>
    public string? DeprecationReason => this switch
    {
        Value value => value.Field.DeprecationReason,
        Row row => row.Field.DeprecationReason,
        _ => null,
    };
}
