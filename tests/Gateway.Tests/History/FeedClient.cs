using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>A machine client that asks for changes.</summary>
internal sealed record FeedClient(GatewayFixture Gateway, Guid AccountId, string Token)
{
    private const string Question = """
        query($after: String, $types: [ChangeType!], $first: Int! = 100) {
          changes(after: $after, types: $types, first: $first) {
            entries { type kind id naturalKey formerNaturalKey version node { __typename ... on Paper { title authors(first: 20) { nodes { name } } } } }
            position hasMore isHeldUp
          }
        }
        """;

    /// <summary>The answer to a question, errors among it.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null) => Gateway.PostAsync(query, variables, Token);

    /// <summary>The data of an answer that has no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The feed's end when no transaction of the cluster, any other test's, holds up what was changed so far.</summary>
    public async Task<string> PositionAsync(params string[]? types)
    {
        await Gateway.UntilReadableAsync();
        return await PositionAtOnceAsync(types);
    }

    /// <summary>The feed's end now.</summary>
    public async Task<string> PositionAtOnceAsync(params string[]? types) =>
        (await DataAsync("query($types: [ChangeType!]) { changesPosition(types: $types) }", new { types = types is { Length: > 0 } ? types : null })).GetProperty("changesPosition").GetString()!;

    /// <summary>A part of the feed.</summary>
    public async Task<FeedPart> ChangesAsync(string? after, int first = 100, params string[]? types) =>
        FeedPart.Of((await DataAsync(Question, new { after, first, types = types is { Length: > 0 } ? types : null })).GetProperty("changes"));

    /// <summary>Everything since a position, when no transaction holds anything up: what changed several times is then told once.</summary>
    public async Task<List<FeedEntry>> AllSinceAsync(string? after, params string[]? types)
    {
        await PositionAsync(types);
        var entries = new List<FeedEntry>();
        for (var part = await ChangesAsync(after, 500, types); ; part = await ChangesAsync(part.Position, 500, types))
        {
            entries.AddRange(part.Entries);
            if (!part.HasMore) return entries;
        }
    }

    /// <summary>The code of the error that an answer is.</summary>
    public async Task<string?> RefusalAsync(string? after, params string[]? types)
    {
        var answer = await AskAsync(Question, new { after, types = types is { Length: > 0 } ? types : null });
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }
}

/// <summary>A part of the feed as it was answered.</summary>
internal sealed record FeedPart(IReadOnlyList<FeedEntry> Entries, string Position, bool HasMore, bool IsHeldUp)
{
    public static FeedPart Of(JsonElement changes) => new(
        [.. changes.GetProperty("entries").EnumerateArray().Select(FeedEntry.Of)], changes.GetProperty("position").GetString()!,
        changes.GetProperty("hasMore").GetBoolean(), changes.GetProperty("isHeldUp").GetBoolean());
}

/// <summary>An entry as it was answered.</summary>
internal sealed record FeedEntry(string Type, string Kind, string Id, string? Key, string? FormerKey, long Version, JsonElement Node)
{
    public static FeedEntry Of(JsonElement entry) => new(
        entry.GetProperty("type").GetString()!, entry.GetProperty("kind").GetString()!, entry.GetProperty("id").GetString()!,
        entry.GetProperty("naturalKey").GetString(), entry.GetProperty("formerNaturalKey").GetString(), entry.GetProperty("version").GetInt64(), entry.GetProperty("node"));

    /// <summary>What happened, and the keys.</summary>
    public override string ToString() => string.Join(' ', new[] { Kind, Key, FormerKey is null ? null : $"was {FormerKey}" }.OfType<string>());
}
