using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>Makes of a prepared operation a subscription (spec 6.2.3.1).</summary>
internal sealed class Subscriber(IRowSource database, Schema schema, PipelineOptions options, SubscriptionHub hub, TimeProvider clock)
{
    private readonly ChangeReader _reader = new(database, schema, options);

    public async Task<Subscription> SubscribeAsync(
        PreparedOperation operation, DateTimeOffset? expires, IServiceProvider services, CancellationToken cancellation)
    {
        if (new MemoryExecutor(schema, operation, services, options.Operations).Roots() is not [{ Definition.Binding: ChangesBinding { Target: var target } binding } field])
            throw new GraphQLRequestException([new GraphQLError("A subscription has one field at its root, without @skip and @include.", ErrorCodes.ValidationFailed)]);
        var subscription = new Subscription(operation, binding, Ids(field, target), Batch(operation), hub, _reader, services);
        try
        {
            await hub.AddAsync(subscription, cancellation);
            await subscription.BeginAsync(expires, clock, cancellation);
            return subscription;
        }
        catch
        {
            await subscription.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows that are followed; null for all.</summary>
    private IReadOnlyCollection<RowKey>? Ids(SelectedField field, RowType target)
    {
        if (field.Arguments.GetValueOrDefault("ids")?.ToClr() is not IReadOnlyList<object?> ids) return null;
        if (ids.Count > hub.Limits.Ids)
            throw new GraphQLRequestException([new GraphQLError($"A subscription may name {hub.Limits.Ids} ids.", ErrorCodes.LimitExceeded) { Path = [field.ResponseKey] }]);
        return [.. ids.Select(id => GlobalId.Require((string)id!, target.Type.Name, field.Path).Key)];
    }

    /// <summary>So many changed rows are read at a time that all of them together ask for no more rows than one operation may.</summary>
    private int Batch(PreparedOperation operation) =>
        (int)Math.Clamp(options.Operations.MaxRows / Math.Max(operation.Cost.Rows, 1), 1, hub.Limits.Batch);
}
