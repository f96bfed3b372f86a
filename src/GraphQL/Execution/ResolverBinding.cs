using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>A field whose value code computes from its parent in memory; introspection is made of these. A list is any
/// <see cref="System.Collections.IEnumerable"/> but a string, an enum value is given by its name.</summary>
public sealed record ResolverBinding(Func<ResolverContext, object?> Resolve) : FieldBinding;

/// <summary>A root field that does something and waits for it: a mutation's use case, or what is read elsewhere than in a row.</summary>
public sealed record AsyncResolverBinding(Func<ResolverContext, Task<object?>> Resolve) : FieldBinding
{
    /// <summary>The argument that bounds how many objects point to rows, each to one; null where it is one object. It is held to the bounds of
    /// every page, and paid for before the field is resolved.</summary>
    public string? ItemsArgument { get; init; }

    /// <summary>What resolving it costs beside the rows that it points to, paid for before it is resolved.</summary>
    public int Cost { get; init; }
}

/// <summary>What a resolver is told.</summary>
public sealed class ResolverContext
{
    public required Schema Schema { get; init; }
    /// <summary>What the field above resolved to; null at the root.</summary>
    public object? Parent { get; init; }
    /// <summary>The coerced arguments as plain values; one that was neither given nor has a default is absent.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = System.Collections.Frozen.FrozenDictionary<string, object?>.Empty;
    /// <summary>Who asks; null where a schema is only introspected.</summary>
    public IViewer? Viewer { get; init; }
    /// <summary>The services of the request; null where a schema is only introspected.</summary>
    public IServiceProvider? Services { get; init; }
    /// <summary>What the operation costs at most, by its estimate.</summary>
    public int Cost { get; init; }
    public CancellationToken CancellationToken { get; init; }
}
