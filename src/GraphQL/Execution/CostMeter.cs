using System.Text.Json;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>What an operation really cost. Rows of the root are counted as they are written; rows of lists inside rows come as JSON text of
/// PostgreSQL's making, with a tab for each point of their cost, and the tabs are counted as they are sent.</summary>
internal sealed class CostMeter
{
    private long _cost;

    /// <summary>A field of the root with the list that it is, if it is one.</summary>
    public void AddRoot(ConnectionNode? list = null, bool isMutation = false, bool isFeed = false) => _cost += CostWeights.Root
        + (list is null ? 0 : OperationCost.OfList(list)) + (isMutation ? CostWeights.Mutation : 0) + (isFeed ? CostWeights.Feed : 0);

    /// <param name="rows">Rows that were read.</param>
    /// <param name="each">What one costs, without the rows of its lists.</param>
    public void AddRows(int rows, int each) => _cost += (long)rows * each;

    /// <summary>Writes <c>cost</c> into the extensions.</summary>
    public void Write(ResponseOutput output, OperationCost requested, long limit) => Write(output.Json, requested, _cost + output.CountMarks(), limit);

    /// <summary>Writes the cost of an operation that was not run.</summary>
    public static void Write(Utf8JsonWriter json, OperationCost requested, long actual, long limit)
    {
        json.WriteStartObject("cost"u8);
        json.WriteNumber("requested"u8, (long)requested.Cost);
        json.WriteNumber("actual"u8, actual);
        json.WriteNumber("remaining"u8, limit - (long)requested.Cost);
        json.WriteEndObject();
    }
}
