using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using Microsoft.Extensions.Logging;

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
    private bool _hasBegun;

    /// <summary>The errors of fields so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The fields of the operation's root.</summary>
    public IReadOnlyList<SelectedField> Roots() => _collector.Collect(schema.RootType(operation.Kind)!, operation.Operation);

    /// <summary>The value of a root field.</summary>
    /// <exception cref="FieldErrorException">The field has no value, and may not be null.</exception>
    /// <exception cref="GraphQLRequestException">It refuses the whole request, and it is the first: nothing is done yet.</exception>
    public async Task<MemoryValue> RootAsync(SelectedField field, CancellationToken cancellation)
    {
        var path = new FieldPath(null, field.ResponseKey);
        bool isFirst = !_hasBegun;
        _hasBegun = true;
        try
        {
            if (field.Definition.Binding is not AsyncResolverBinding resolver) return Value(field, parent: null, path, cancellation);
            Require(field, path);
            object? value = await resolver.Resolve(Context(field, parent: null, cancellation));
            return Complete(field, field.Definition.Type, value, path, cancellation);
        }
        catch (Exception failure) when (IsOfField(failure) && !(isFirst && failure is GraphQLRequestException))
        {
            return Fail(field, field.Definition.Type, failure, path);
        }
    }

    /// <summary>The value of a subscription's root field for an event (spec 6.2.3.2).</summary>
    public MemoryValue Event(SelectedField field, object value, CancellationToken cancellation) =>
        Complete(field, field.Definition.Type, value, new FieldPath(null, field.ResponseKey), cancellation);

    private MemoryValue Field(SelectedField field, object? parent, FieldPath path, CancellationToken cancellation)
    {
        try
        {
            return Value(field, parent, path, cancellation);
        }
        catch (Exception failure) when (IsOfField(failure))
        {
            return Fail(field, field.Definition.Type, failure, path);
        }
    }

    private MemoryValue Value(SelectedField field, object? parent, FieldPath path, CancellationToken cancellation)
    {
        if (++_values > limits.MaxMemoryValues) throw OperationBudget.Exceeded($"has more than {limits.MaxMemoryValues} values in its answer");
        Require(field, path);
        return field.Definition.Binding switch
        {
            TypeNameBinding => new MemoryValue.Scalar(field.Parent.Name),
            RowReferenceBinding reference => reference.Key(parent!) is { } key
                ? new MemoryValue.Row(ReferenceNode.PlaceOf(field), key)
                : new MemoryValue.Null(),
            RowOfTypesBinding row => row.Row(parent!) is { } id
                ? new MemoryValue.Row(ReferenceNode.PlaceOf(field, id.TypeName), id.Key)
                : new MemoryValue.Null(),
            SeenItemsBinding items => SeenItems(field, items.Items(parent!), path, cancellation),
            ResolverBinding resolver => Complete(field, field.Definition.Type, resolver.Resolve(Context(field, parent, cancellation)), path, cancellation),
            var other => throw new InvalidOperationException($"{field.Parent}.{field.Definition.Name} has no value in memory ({other})."),
        };
    }

    /// <summary>The arguments have values (spec 6.4.1).</summary>
    private void Require(SelectedField field, FieldPath path)
    {
        if (field.Fault is { } fault) throw new FieldErrorException(fault.At(operation.Document.Source, path.Steps));
    }

    private ResolverContext Context(SelectedField field, object? parent, CancellationToken cancellation) => new()
    {
        Schema = schema,
        Parent = parent,
        Arguments = field.Arguments.Count == 0 ? NoArguments : field.Arguments.ToDictionary(a => a.Key, a => a.Value.ToClr()),
        Viewer = operation.Viewer,
        Services = services,
        Cost = (int)operation.Cost.Cost,
        CancellationToken = cancellation,
    };

    /// <summary>Completes a value (spec 6.4.3).</summary>
    private MemoryValue Complete(SelectedField field, GraphQLType type, object? value, FieldPath path, CancellationToken cancellation)
    {
        if (type is NonNullType nonNull)
        {
            var completed = Complete(field, nonNull.Inner, value, path, cancellation);
            return completed is MemoryValue.Null
                ? throw new FieldErrorException($"Cannot return null for non-nullable field {Coordinates.Of(field.Parent, field.Definition)}.")
                : completed;
        }
        return (type, value) switch
        {
            (_, null) => new MemoryValue.Null(),
            (ListType list, _) => new MemoryValue.List(
                [.. LeafResult.ListOf(value).Cast<object?>().Select((item, i) => Item(field, list.Item, item, new FieldPath(path, i), cancellation))]),
            (ScalarType or EnumType, _) => new MemoryValue.Scalar(LeafResult.Of(type.Named, value)),
            _ => Object(TypeOf(type.Named, value), field, value, path, cancellation),
        };
    }

    private MemoryValue Item(SelectedField field, GraphQLType type, object? value, FieldPath path, CancellationToken cancellation)
    {
        try
        {
            return Complete(field, type, value, path, cancellation);
        }
        catch (Exception failure) when (IsOfField(failure))
        {
            return Fail(field, type, failure, path);
        }
    }

    /// <summary>Both items of each row: which of them is shown is known when the rows are there.</summary>
    private MemoryValue.List SeenItems(SelectedField field, IEnumerable<SeenItem> items, FieldPath path, CancellationToken cancellation)
    {
        var type = field.Definition.Type.Nullable is ListType list ? list.Item : throw new InvalidOperationException($"{field.Path} is no list.");
        return new([.. items.Select((item, i) => new MemoryValue.Seen(
            new MemoryValue.Row(SeenItemsBinding.PlaceOf(item.Row.TypeName), item.Row.Key),
            Shown(item.IfSeen, i), Shown(item.IfUnseen, i)))]);

        MemoryValue? Shown(object? shown, int i) => shown is null ? null : Complete(field, type, shown, new FieldPath(path, i), cancellation);
    }

    private MemoryValue.Object Object(ObjectType type, SelectedField field, object value, FieldPath path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new([.. _collector.Collect(type, field).Select(below => (below.ResponseKey, Field(below, value, new FieldPath(path, below.ResponseKey), cancellation)))]);
    }

    /// <summary>The object type of a value: the name of its C# type.</summary>
    private ObjectType TypeOf(NamedType declared, object value) => declared as ObjectType
        ?? schema.PossibleTypes(declared).FirstOrDefault(type => type.Name == value.GetType().Name)
        ?? throw new FieldErrorException($"Abstract type \"{declared}\" has no object type for the value of this field.");

    /// <summary>A failure of the field, and not of the request as a whole.</summary>
    private static bool IsOfField(Exception failure) => failure
        is not (OperationCanceledException or StaleViewerException or InsufficientExecutionStackException
            or GraphQLRequestException { Errors: [{ Code: ErrorCodes.LimitExceeded }, ..] });

    /// <summary>The error is told, and null stands in the field's place; where none may be, it goes up (spec 6.4.4).</summary>
    private MemoryValue.Null Fail(SelectedField field, GraphQLType type, Exception failure, FieldPath path)
    {
        var error = ErrorOf(field, failure, path);
        if (type.IsNonNull) throw new FieldErrorException(error);
        _errors.Add(error);
        return new MemoryValue.Null();
    }

    private GraphQLError ErrorOf(SelectedField field, Exception failure, FieldPath path)
    {
        switch (failure)
        {
            case FieldErrorException { Error: { } known }: return known;
            case SelectionFaultException undecided: return undecided.Fault.At(operation.Document.Source, path.Steps);
            case GraphQLRequestException refused: return Located(refused.Errors[0]);
            case FieldErrorException: return Located(new GraphQLError(failure.Message, ErrorCodes.InternalError));
        }
        // What went wrong is for the log; the client is told where, and that it is our fault.
        Log(field, failure);
        return Located(new GraphQLError("The server failed at this field. It was logged; try again later.", ErrorCodes.InternalError));

        GraphQLError Located(GraphQLError error) => error with
        {
            Path = path.Steps,
            Locations = [.. field.Nodes.Select(node => operation.Document.Source.LocationOf(node.Span.Start))],
        };
    }

    private void Log(SelectedField field, Exception failure) =>
        (services.GetService(typeof(ILoggerFactory)) as ILoggerFactory)?.CreateLogger(typeof(MemoryExecutor))
            .LogError(failure, "{Field} failed", Coordinates.Of(field.Parent, field.Definition));
}
