using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;
using Microsoft.Extensions.Caching.Memory;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Plans with their statements, by operation, the viewer's profile and the shape of the variables; bounded in bytes. Those of
/// registered documents are kept apart, so that no other document pushes them out.</summary>
internal sealed class PlanCache(TableSchema schema, PipelineOptions options, IVersionSource? versions = null) : IDisposable
{
    private readonly MemoryCache _ofRegistered = new(new MemoryCacheOptions { SizeLimit = options.PlanCacheBytes });
    private readonly MemoryCache _ofCallers = new(new MemoryCacheOptions { SizeLimit = options.PlanCacheBytes });
    private readonly MemoryCache _ofAnybody = new(new MemoryCacheOptions { SizeLimit = options.AnonymousCacheBytes });

    private sealed record PlanKey(OperationDefinitionNode Operation, string Profile, string Shape, bool MarksRows);

    /// <exception cref="GraphQLRequestException">The operation is larger than the limits, or an argument is wrong.</exception>
    public PreparedOperation Get(PreparedDocument document, OperationDefinitionNode operation, CoercedVariables variables, IViewer viewer, CostReport report, PlanReport plan)
    {
        bool marksRows = report == CostReport.Report;
        var plans = PlansOf(document.Origin);
        var key = new PlanKey(operation, ViewerProfile.Of(viewer, schema.Claims).Key, VariableShape.Of(variables), marksRows);
        if (!plans.TryGetValue(key, out KnownPlan? known))
        {
            var planned = OperationPlanner.Plan(schema, document.Document, operation, variables, viewer, options.Operations, marksRows);
            var statement = StatementBuilder.Build(planned);
            known = new KnownPlan(planned, statement, AnswerBasis.Of(operation.Operation, planned, statement, versions));
            // The plan's records take some eight times the statement's text.
            plans.Set(key, known, new MemoryCacheEntryOptions { Size = 4096 + (known.Statement?.Text.Length ?? 0) * 8L });
        }
        return new PreparedOperation(document, operation, known!.Plan, known.Statement, variables, viewer)
        {
            Cost = known.CostFor(new SlotScope(variables, viewer, options.Pages), options.Operations),
            CostReport = report,
            Basis = known.Basis,
            PlanReport = plan,
        };
    }

    private MemoryCache PlansOf(DocumentOrigin origin) => origin switch
    {
        DocumentOrigin.Registered => _ofRegistered,
        DocumentOrigin.Caller => _ofCallers,
        _ => _ofAnybody,
    };

    public void Dispose()
    {
        _ofRegistered.Dispose();
        _ofCallers.Dispose();
        _ofAnybody.Dispose();
    }

    /// <summary>A plan, with its statement, what a kept answer rests on and, as soon as it is known, the cost.</summary>
    private sealed class KnownPlan(OperationPlan plan, DataStatement? statement, AnswerBasis? basis)
    {
        // Only the sizes of pages and the number of ids make one request dearer than another.
        private readonly bool _costsAlways = plan.Roots.All(root => root is not (RootNode.ManyById or RootNode.Memory { Items.IsFixed: false }))
            && (statement is null || statement.Slots.OfType<PageSizeSlot>().All(size => size.IsFixed));
        private Tuple<OperationCost>? _cost;

        public OperationPlan Plan { get; } = plan;
        public DataStatement? Statement { get; } = statement;
        public AnswerBasis? Basis { get; } = basis;

        /// <exception cref="GraphQLRequestException">It costs more than it may.</exception>
        public OperationCost CostFor(SlotScope scope, OperationLimits limits)
        {
            if (_cost is { } known) return known.Item1;
            var cost = OperationCost.Estimate(Plan, scope, limits);
            if (_costsAlways) _cost = Tuple.Create(cost);
            return cost;
        }
    }
}
