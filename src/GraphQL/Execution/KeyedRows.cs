using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The answers of rows that are read by their keys and shown elsewhere, by place.</summary>
internal sealed class KeyedRows
{
    private readonly JsonPieces _json = new();
    private readonly Dictionary<(string Place, RowKey Key), int> _pieces = [];

    public async Task ReadAsync(string place, KeyedBranch branch, RowStream rows, CostMeter? meter, CancellationToken cancellation)
    {
        for (; rows.IsAt(branch); await rows.MoveNextAsync(cancellation))
        {
            meter?.AddRows(1, branch.RowCost);
            _pieces[(place, RowKeyReader.Read(rows.Row, branch.Key))] = _json.Add(json => FieldReader.WriteObject(branch.Fields, rows.Row, json));
        }
    }

    /// <summary>Whether a row was read.</summary>
    public bool Contains(string place, RowKey key) => _pieces.ContainsKey((place, key));

    /// <summary>Writes a row's answer; null for a row that is not there or that the viewer may not see, which look the same.</summary>
    public void Write(string place, RowKey key, Utf8JsonWriter json)
    {
        if (_pieces.TryGetValue((place, key), out int piece)) _json.Write(piece, json);
        else json.WriteNullValue();
    }
}
