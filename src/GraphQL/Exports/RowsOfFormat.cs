using System.Text;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>Puts what a format shows of its rows in place of what a client selects: which rows, and in which order, is the client's to say.</summary>
internal static class RowsOfFormat
{
    /// <exception cref="GraphQLRequestException">The list is of rows of another type.</exception>
    public static PreparedOperation In(PreparedOperation operation, ExportedRows shown, TableSchema schema, PipelineOptions options)
    {
        if (operation.Plan.Roots is not [{ Field: var list }]) return operation; // Which is refused as no list.
        if (list.Definition.Type.Named.Name != $"{shown.TypeName}Connection")
            throw new GraphQLRequestException([new GraphQLError($"This format is for lists of {shown.TypeName} rows.", ErrorCodes.BadUserInput)]);
        var asked = new OperationDefinitionNode
        {
            Operation = OperationKind.Query,
            VariableDefinitions = operation.Operation.VariableDefinitions,
            SelectionSet = new SelectionSetNode([With(list.Nodes[0], Selection(shown, options))]),
        };
        var plan = OperationPlanner.Plan(schema, operation.Document.Document, asked, operation.Variables, operation.Viewer, options.Operations, marksRows: false);
        return new PreparedOperation(operation.Document, asked, plan, statement: null, operation.Variables, operation.Viewer);
    }

    private static SelectionSetNode Selection(ExportedRows shown, PipelineOptions options)
    {
        var source = new SourceText(Encoding.UTF8.GetBytes($"{{ nodes {{ {shown.Selection} }} }}"));
        return ((OperationDefinitionNode)Parser.Parse(source, options.Parser).Definitions[0]).SelectionSet;
    }

    private static FieldNode With(FieldNode field, SelectionSetNode selections) =>
        new() { Alias = field.Alias, Name = field.Name, Arguments = field.Arguments, SelectionSet = selections };
}
