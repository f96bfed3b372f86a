using System.Text.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>An answer in which fields of rows fail. One statement reads the rows, so only the answer shows where such a field occurs: it stands
/// there as a mark, <c>{"": number}</c>, which no selection makes. Each becomes null with an error, and a null where none may be goes up
/// (spec 6.4.4). It is rare, so the answer is looked through in memory, and bounded.</summary>
internal sealed class FaultyAnswer(IReadOnlyList<PlannedFault> faults, SourceText source)
{
    /// <summary>The key of a mark: no response key is empty.</summary>
    public const string Mark = "";

    /// <summary>The most that such an answer may take.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions _anyDepth = new() { MaxDepth = 1_000 };

    private readonly List<object> _path = [];
    private readonly List<GraphQLError> _errors = [];

    /// <summary>The errors of the fields that failed, in the order of the answer.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    public static void WriteMark(int number, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber(Mark, number);
        json.WriteEndObject();
    }

    /// <summary>Writes data with marks in it to memory.</summary>
    /// <exception cref="GraphQLRequestException">It becomes too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> HoldAsync(Func<ResponseOutput, Task> write, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        using var output = new ResponseOutput((part, _) =>
        {
            if (held.Length + part.Length > MaxBytes)
                throw new GraphQLRequestException(new GraphQLError(
                    "A variable is null, or was left out, where none may be, and the answer is too large to say where. Correct the variables.", ErrorCodes.BadUserInput));
            held.Write(part.Span);
            return ValueTask.CompletedTask;
        });
        await write(output);
        await output.CompleteAsync(cancellation);
        return held.ToArray();
    }

    /// <summary>The data without marks; null where the whole is.</summary>
    public JsonNode? Complete(ReadOnlyMemory<byte> data) => Complete(JsonNode.Parse(data.Span, nodeOptions: null, _anyDepth)).Value;

    /// <summary>The value, and how many places further up the null has to go.</summary>
    private (JsonNode? Value, int Up) Complete(JsonNode? value) => value switch
    {
        JsonObject fields when fields.TryGetPropertyValue(Mark, out var number) => (null, Fail(faults[number!.GetValue<int>()])),
        JsonObject fields => Parts(fields, fields.Select(field => (Step: (object)field.Key, field.Value)).ToList(), (step, part) => fields[(string)step] = part),
        JsonArray items => Parts(items, items.Select((item, i) => (Step: (object)i, item)).ToList(), (step, part) => items[(int)step] = part),
        _ => (value, 0),
    };

    private (JsonNode? Value, int Up) Parts(JsonNode whole, List<(object Step, JsonNode? Value)> parts, Action<object, JsonNode?> replace)
    {
        foreach (var (step, part) in parts)
        {
            _path.Add(step);
            var (completed, up) = Complete(part);
            _path.RemoveAt(_path.Count - 1);
            // What comes after it is not looked at: nothing is left of it.
            if (up > 0) return (null, up - 1);
            if (!ReferenceEquals(completed, part)) replace(step, completed);
        }
        return (whole, 0);
    }

    private int Fail(PlannedFault fault)
    {
        _errors.Add(fault.Fault.At(source, [.. _path]));
        return PlacesUp(fault.Field);
    }

    /// <summary>How many places there are from here up to one that may be null; all of them, and one more, where the data itself has to be.</summary>
    private int PlacesUp(SelectedField field)
    {
        var fields = new Stack<SelectedField>();
        for (SelectedField? above = field; above is not null; above = above.Above) fields.Push(above);
        var types = new List<GraphQLType>();
        foreach (object step in _path)
            types.Add(step is string ? fields.Pop().Definition.Type : ((ListType)types[^1].Nullable).Item);
        int up = 0;
        while (up < types.Count && types[^(up + 1)].IsNonNull) up++;
        return up;
    }
}
