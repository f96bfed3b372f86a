using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Declares fields of types whose values are objects in memory.</summary>
public static class MemoryField
{
    /// <summary>A field computed from its parent.</summary>
    public static FieldDefinition Of<T>(string name, GraphQLType type, string description, Func<T, object?> value) => new(name, type)
    {
        Description = description,
        Binding = new ResolverBinding(context => value((T)context.Parent!)),
    };

    /// <summary>A row that the parent points to; null where it points to none, or the viewer may not see it.</summary>
    public static FieldDefinition Row<T>(string name, RowType type, string description, Func<T, RowKey?> key) => new(name, type.Type)
    {
        Description = description,
        Binding = new RowReferenceBinding(type, parent => key((T)parent)),
    };
}
