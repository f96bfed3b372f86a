using System.Collections;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Completes fields whose values are objects in memory (spec 6.4): introspection, the viewer, payloads. The depth is the
/// document's, which the parser bounds.</summary>
internal sealed class MemoryExecutor(Schema schema, PreparedOperation operation, IServiceProvider services, OperationLimits limits)
{
    private static readonly Dictionary<string, object?> NoArguments = [];

    // Of this request's variables: a plan that is kept has those of the request it was made for.
    private readonly SelectionCollector _collector = new(
        schema, operation.Document.Document, operation.Variables, new OperationBudget(limits));
    private int _values;
    private readonly List<GraphQLError> _errors = [];

    /// <summary>The errors of fields so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The fields of the operation's root.</summary>
    public IReadOnlyList<SelectedField> Roots() => _collector.Collect(schema.RootType(operation.Kind)!, operation.Operation);

    /// <summary>The value of a root field.</summary>
    /// <exception cref="NullPropagation">The field is not nullable and has no value.</exception>
    public async Task<MemoryValue> RootAsync(SelectedField field, CancellationToken cancellation)
    {
        var path = new FieldPath(null, field.ResponseKey);
        if (field.Definition.Binding is not AsyncResolverBinding resolver) return Field(field, parent: null, path, cancellation);
        object? value = await resolver.Resolve(Context(field, parent: null, cancellation));
        return Complete(field, field.Definition.Type, value, path, cancellation);
    }

    /// <summary>The value of a subscription's root field for an event (spec 6.2.3.2).</summary>
    public MemoryValue Event(SelectedField field, object value, CancellationToken cancellation) =>
        Complete(field, field.Definition.Type, value, new FieldPath(null, field.ResponseKey), cancellation);

    private MemoryValue Field(SelectedField field, object? parent, FieldPath path, CancellationToken cancellation)
    {
        if (++_values > limits.MaxMemoryValues) throw OperationBudget.Exceeded($"has more than {limits.MaxMemoryValues} values in its answer");
        return Value(field, parent, path, cancellation);
    }

    private MemoryValue Value(SelectedField field, object? parent, FieldPath path, CancellationToken cancellation) => field.Definition.Binding switch
    {
        TypeNameBinding => new MemoryValue.Scalar(field.Parent.Name),
        RowReferenceBinding reference => reference.Key(parent!) is { } key
            ? new MemoryValue.Row(ReferenceNode.PlaceOf(field), key)
            : new MemoryValue.Null(),
        ResolverBinding resolver => Complete(field, field.Definition.Type, resolver.Resolve(Context(field, parent, cancellation)), path, cancellation),
        var other => throw new InvalidOperationException($"{field.Parent}.{field.Definition.Name} has no value in memory ({other})."),
    };

    private ResolverContext Context(SelectedField field, object? parent, CancellationToken cancellation) => new()
    {
        Schema = schema,
        Parent = parent,
        Arguments = field.Arguments.Count == 0 ? NoArguments : field.Arguments.ToDictionary(a => a.Key, a => a.Value.ToClr()),
        Viewer = operation.Viewer,
        Services = services,
        CancellationToken = cancellation,
    };

    /// <summary>Completes a value (spec 6.4.3); a null where none may be goes up to the next place that may be null.</summary>
    private MemoryValue Complete(SelectedField field, GraphQLType type, object? value, FieldPath path, CancellationToken cancellation)
    {
        if (type is NonNullType nonNull)
        {
            var completed = Inner(field, nonNull.Inner, value, path, cancellation);
            if (completed is not MemoryValue.Null) return completed;
            throw new NullPropagation(new GraphQLError(
                $"Cannot return null for non-nullable field {field.Parent}.{field.Definition.Name}.", ErrorCodes.InternalError) { Path = path.Steps });
        }
        try
        {
            return Inner(field, type, value, path, cancellation);
        }
        catch (NullPropagation propagation)
        {
            _errors.Add(propagation.Error);
            return new MemoryValue.Null();
        }
    }

    private MemoryValue Inner(SelectedField field, GraphQLType type, object? value, FieldPath path, CancellationToken cancellation) => (type, value) switch
    {
        (_, null) => new MemoryValue.Null(),
        (ListType list, IEnumerable items) => new MemoryValue.List(
            [.. items.Cast<object?>().Select((item, i) => Complete(field, list.Item, item, new FieldPath(path, i), cancellation))]),
        (ScalarType or EnumType, _) => new MemoryValue.Scalar(value),
        _ => Object(TypeOf(type.Named, value), field, value, path, cancellation),
    };

    private MemoryValue.Object Object(ObjectType type, SelectedField field, object value, FieldPath path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new([.. _collector.Collect(type, field).Select(below => (below.ResponseKey, Field(below, value, new FieldPath(path, below.ResponseKey), cancellation)))]);
    }

    private ObjectType TypeOf(NamedType declared, object value) => declared as ObjectType
        ?? schema.PossibleTypes(declared).First(type => type.Name == value.GetType().Name);
}

/// <summary>A field that may not be null has no value: its parent has none either (spec 6.4.4).</summary>
internal sealed class NullPropagation(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
