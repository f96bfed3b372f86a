using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>An operation ready to run: its plan, and this request's variables and viewer.</summary>
internal sealed record PreparedOperation(
    PreparedDocument Document,
    OperationDefinitionNode Operation,
    OperationPlan Plan,
    DataStatement? Statement,
    CoercedVariables Variables,
    IViewer Viewer);
