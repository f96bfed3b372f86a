using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.RateLimits;
using HomeroomGraph.GraphQL.Subscriptions;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL;

/// <summary>The way of a request through the engine, stage by stage; every transport goes this way.</summary>
public sealed class OperationPipeline(
    TableSchema schema, IRowSource database, PipelineOptions options, SubscriptionHub? hub = null, TimeProvider? clock = null,
    IVersionSource? versions = null, CostBudget? budget = null) : IDisposable
{
    private readonly RequestDocuments _documents = new(schema.Schema, options);
    private readonly PlanCache _plans = new(schema, options, versions);
    private readonly OperationExecutor _executor = new(database, schema.Schema, options, versions);
    private readonly OperationSlots _slots = new(options.ConcurrentOperations);
    private readonly Subscriber _subscriber = new(database, schema.Schema, options, hub ?? new SubscriptionHub(new SubscriptionLimits()), clock ?? TimeProvider.System);

    /// <summary>When nothing changed: what was answered before.</summary>
    internal AnswerStage Answers { get; } = new(options, versions);

    /// <summary>Makes a request ready to run for a viewer, or refuses it: all that can be known before something runs.</summary>
    /// <exception cref="GraphQLRequestException">The request can't run.</exception>
    /// <exception cref="MethodNotAllowedException">The request came by a method that may not do this.</exception>
    public PreparedOperation Prepare(GraphQLRequest request, IViewer viewer)
    {
        try
        {
            return PrepareOpenly(request, viewer);
        }
        catch (GraphQLRequestException refused)
        {
            bool mayReadSchema = viewer.IsAuthenticated || options.AnonymousIntrospection;
            var told = mayReadSchema ? refused : HiddenSchema.Instead(refused, () => _documents.TextOf(request), schema.Schema, options.Parser);
            if (told == refused && refused.Errors.Count <= options.MaxErrors) throw;
            throw new GraphQLRequestException([.. told.Errors.Take(options.MaxErrors)]);
        }
    }

    private PreparedOperation PrepareOpenly(GraphQLRequest request, IViewer viewer)
    {
        var document = _documents.Of(request, viewer);                                                      // look up or parse, validate
        var operation = document.Operation(request.OperationName);
        Allow(request, operation);
        AllowPlan(request, operation, viewer);
        var variables = VariableCoercion.Coerce(schema.Schema, operation, request.Variables, document.Source, options.Variables);
        var prepared = _plans.Get(document, operation, variables, viewer, request.Cost, request.Plan);                                  // normalise, plan, SQL
        Allow(prepared, viewer);
        return prepared;
    }

    /// <summary>Runs a query or mutation and writes its answer as it comes.</summary>
    /// <param name="again">What an earlier attempt ended with: what it has done already is not done again.</param>
    /// <exception cref="GraphQLRequestException">What was asked for can't be read, or not now, or not in time; nothing was sent.</exception>
    /// <exception cref="StaleViewerException">The viewer's rights have changed; prepare the request for a fresh viewer, and run that with the exception.</exception>
    public async Task ExecuteAsync(
        PreparedOperation operation, ResponseOutput output, IServiceProvider services, CancellationToken cancellation, StaleViewerException? again = null)
    {
        if (again is null) output.RateLimit = Spend(operation);
        using var place = await _slots.EnterAsync(operation.Viewer.Client, cancellation);
        await RunGuard.RunAsync(
            stop => _executor.ExecuteAsync(operation, again?.Done, output, services, stop), options.TimeLimit, () => output.HasBegun, cancellation);
    }

    /// <summary>Looks up how new the data of an answer is, in place of running it.</summary>
    /// <exception cref="GraphQLRequestException">Not now, or not in time.</exception>
    /// <exception cref="StaleViewerException">The viewer's rights have changed.</exception>
    internal async Task<AnswerVersion> LookUpAsync(AnswerBasis basis, IViewer viewer, CancellationToken cancellation)
    {
        using var place = await _slots.EnterAsync(viewer.Client, cancellation);
        DataVersion data = default;
        await RunGuard.RunAsync(
            async stop => data = await Answers.Versions!.LookUpAsync(basis.Reads, viewer, stop), options.TimeLimit, () => false, cancellation);
        return basis.At(data, viewer);
    }

    /// <summary>Begins a subscription: from its return on the subscriber is told of every change.</summary>
    /// <param name="expires">When the subscriber's credentials end, and the subscription with them.</param>
    /// <exception cref="GraphQLRequestException">What was asked for can't be followed.</exception>
    /// <exception cref="StaleViewerException">The viewer's rights have changed; prepare the request for a fresh viewer.</exception>
    public Task<Subscription> SubscribeAsync(
        PreparedOperation operation, DateTimeOffset? expires, IServiceProvider services, CancellationToken cancellation)
    {
        Spend(operation);
        return _subscriber.SubscribeAsync(operation, expires, services, cancellation);
    }

    /// <summary>Where a client stands with its budget; null where cost is not bounded over time.</summary>
    internal RateLimit? RateLimitOf(IViewer viewer) => budget?.Of(viewer.Client);

    /// <summary>Pays for an export, which costs what the dearest operation does: how many rows it has nobody knows before.</summary>
    /// <exception cref="BudgetSpentException">There is not so much left.</exception>
    internal RateLimit? SpendOnExport(IViewer viewer) => budget?.Spend(viewer.Client, options.Operations.MaxCost);

    /// <exception cref="BudgetSpentException">There is not so much left.</exception>
    private RateLimit? Spend(PreparedOperation operation) => operation.IsReportOnly ? RateLimitOf(operation.Viewer) : budget?.Spend(operation.Viewer.Client, (long)operation.Cost.Cost);

    private static void Allow(GraphQLRequest request, OperationDefinitionNode operation)
    {
        if (request.QueryOnly && operation.Operation == OperationKind.Mutation)
            throw new MethodNotAllowedException();
    }

    /// <summary>How the database answers is not for everybody, and only a query can be asked for it: what is done is not done twice.</summary>
    private void AllowPlan(GraphQLRequest request, OperationDefinitionNode operation, IViewer viewer)
    {
        if (request.Plan == PlanReport.None) return;
        if (!viewer.IsAuthenticated) throw Refused(HiddenSchema.SignInFirst, ErrorCodes.Unauthenticated);
        if (!options.PlansForEveryone && !viewer.MaySeePlans) throw Refused("The plan of an operation is not for this account: leave 'GraphQL-Plan' out.", ErrorCodes.Forbidden);
        if (operation.Operation != OperationKind.Query) throw Refused("Only a query has a plan to be told: leave 'GraphQL-Plan' out.", ErrorCodes.BadRequest);
    }

    /// <summary>Without credentials no table is read, and the schema only where the settings say so; some credentials are good for some fields only.</summary>
    private void Allow(PreparedOperation operation, IViewer viewer)
    {
        if (viewer.IsAuthenticated)
        {
            foreach (var root in operation.Plan.Roots)
                if (viewer.Refuses(root.Field.Definition.Name) is { } refused) throw new GraphQLRequestException([refused]);
            return;
        }
        if (operation.Statement is not null || !operation.Plan.Roots.All(root => IsOpen(root.Field.Definition)))
            throw Refused(HiddenSchema.SignInFirst, ErrorCodes.Unauthenticated);
    }

    private bool IsOpen(FieldDefinition field) =>
        HiddenSchema.IsOpen(field) || options.AnonymousIntrospection && (field == MetaFields.Schema || field == MetaFields.Type);

    private static GraphQLRequestException Refused(string message, string code) => new([new GraphQLError(message, code)]);

    public void Dispose()
    {
        _slots.Dispose();
        _documents.Dispose();
        _plans.Dispose();
    }
}

/// <summary>A mutation came by a method that must change nothing, such as GET.</summary>
public sealed class MethodNotAllowedException() : Exception("Can only perform a query operation from a GET request.");
