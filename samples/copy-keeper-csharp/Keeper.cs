using System.Text.Json.Nodes;

namespace HomeroomGraph.CopyKeeper;

/// <summary>Begins the copy and follows what changes.</summary>
internal sealed class Keeper(Api api, Copy copy)
{
    /// <summary>After these the feed can't be gone on with, and the copy begins anew.</summary>
    private static readonly string[] Lost = ["REACH_CHANGED", "POSITION_EXPIRED", "INVALID_POSITION"];

    /// <summary>Brings the copy up to date.</summary>
    public async Task CatchUpAsync()
    {
        if (copy.Position is null) await BeginAsync();
        while (await ApplyNextAsync())
        {
        }
        Console.WriteLine("Up to date.");
    }

    /// <summary>First a position, then all pages: what changes while they are read is told from the position on.</summary>
    private async Task BeginAsync()
    {
        string position = (string)(await api.AskAsync(Documents.FeedEnd))["changesPosition"]!;
        var rows = new List<(string Type, JsonNode Row)>();
        foreach (string type in Documents.Pages.Keys)
            await foreach (var row in AllOfAsync(type)) rows.Add((type, row));
        copy.Begin(position, rows);
        Console.WriteLine($"Pulled {copy.Rows("PAPER").Count()} papers and {copy.Rows("AWARD").Count()} awards.");
    }

    private async IAsyncEnumerable<JsonNode> AllOfAsync(string type)
    {
        string? after = null;
        for (bool more = true; more;)
        {
            var rows = (await api.AskAsync(Documents.Pages[type], new { after }))["rows"]!;
            foreach (var row in rows["nodes"]!.AsArray()) yield return row!;
            (more, after) = ((bool)rows["pageInfo"]!["hasNextPage"]!, (string?)rows["pageInfo"]!["endCursor"]);
        }
    }

    /// <summary>Applies a part of the feed; true where there is more.</summary>
    private async Task<bool> ApplyNextAsync()
    {
        try
        {
            var part = (await api.AskAsync(Documents.Changes, new { after = copy.Position }))["changes"]!;
            foreach (var entry in copy.Apply(part)) Console.WriteLine($"{entry["type"]} {entry["kind"]} {entry["node"]?["title"] ?? entry["id"]}");
            return (bool)part["hasMore"]!;
        }
        catch (RefusedException refused) when (Lost.Contains(refused.Code))
        {
            Console.WriteLine($"{refused.Message} Beginning anew.");
            await BeginAsync();
            return true;
        }
    }
}
