using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>An operation ready to run: its plan, and this request's variables and viewer.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(
        PreparedDocument document, OperationDefinitionNode operation, OperationPlan plan, DataStatement? statement,
        CoercedVariables variables, IViewer viewer) =>
        (Document, Operation, Plan, Statement, Variables, Viewer) = (document, operation, plan, statement, variables, viewer);

    /// <summary>Query, mutation or subscription.</summary>
    public OperationKind Kind => Operation.Operation;

    /// <summary>Who asks; the plan is made for viewers alike.</summary>
    public IViewer Viewer { get; }

    /// <summary>What it costs at most.</summary>
    internal OperationCost Cost { get; init; }

    /// <summary>What of that the client wants to know.</summary>
    internal CostReport CostReport { get; init; }

    /// <summary>What the answer rests on; null where that is more than rows with a version.</summary>
    internal AnswerBasis? Basis { get; init; }

    /// <summary>What of the database's plan the client wants to know.</summary>
    internal PlanReport PlanReport { get; init; }

    /// <summary>Nothing of it is run: what it would cost, or how the database would answer, is all that is told.</summary>
    internal bool IsReportOnly => CostReport == CostReport.Validate || PlanReport is PlanReport.Validate or PlanReport.Analyze;

    internal PreparedDocument Document { get; }
    internal OperationDefinitionNode Operation { get; }
    internal OperationPlan Plan { get; }
    /// <summary>Null for an operation that reads no table.</summary>
    internal DataStatement? Statement { get; }
    internal CoercedVariables Variables { get; }
}
