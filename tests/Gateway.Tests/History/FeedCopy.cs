using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>A copy of rows as an integrator keeps it: pulled once by pages, then followed by the feed, of which only newer versions are applied. Now and
/// then it is restarted: it goes on from a position that it had kept before, with the copy of then or of now.</summary>
internal sealed class FeedCopy(FeedClient client, int seed)
{
    /// <summary>The lists by type of the feed, and what is kept of a row. Of other rows only ids, which a change of those rows does not change.</summary>
    public static readonly IReadOnlyDictionary<string, (string List, string TypeName, string Fields)> Lists = new Dictionary<string, (string, string, string)>
    {
        ["PAPER"] = ("papers", "Paper",
            "id title doi publishedOn school { id } authors(first: 20, order: [{ position: ASC }]) { nodes { position name } } keywords(first: 20, order: [{ position: ASC }]) { nodes { keyword } }"),
        ["AWARD"] = ("awards", "Award", "id title number grantedOn revokedOn school { id }"),
        ["RESEARCH_PROJECT"] = ("researchProjects", "ResearchProject",
            "id title number state school { id } themes(first: 20, order: [{ theme: ASC }]) { nodes { theme } } members(first: 20, order: [{ position: ASC }]) { nodes { name duty } }"),
        ["TEACHER"] = ("teachers", "Teacher",
            "id name staffNumber titles(first: 20, order: [{ startsOn: ASC }]) { nodes { title } } employments(first: 20, order: [{ startsOn: ASC }, { school: { code: ASC } }]) { nodes { id school { id } } }"),
        ["SCHOOL"] = ("schools", "School", "id code name"),
        ["CLASS"] = ("classes", "Class", "id name headCount school { id }"),
    };

    private static readonly string Question =
        $$"""
        query($after: String, $first: Int!) {
          changes(after: $after, first: $first) {
            entries { type kind id naturalKey formerNaturalKey version node { {{string.Join(' ', Lists.Values.Select(list => $"... on {list.TypeName} {{ {Aliased(list)} }}"))}} } }
            position hasMore isHeldUp
          }
        }
        """;

    private readonly Random _random = new(seed);
    private Dictionary<string, (long Version, string? Row)> _rows = [];
    private (string Position, Dictionary<string, (long, string?)> Rows)? _kept;
    private string _position = "";

    /// <summary>Ids and natural keys that the feed told, as <c>id key</c>.</summary>
    public HashSet<string> Told { get; } = [];

    /// <summary>What was told, by kind.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    public int Restarts { get; private set; }

    /// <summary>The rows of the copy by id.</summary>
    public SortedDictionary<string, string> Rows => new(_rows.Where(row => row.Value.Row is not null).ToDictionary(row => row.Key, row => row.Value.Row!), StringComparer.Ordinal);

    /// <summary>A position first, then all pages: what changes meanwhile comes again by the feed.</summary>
    public async Task PullAsync()
    {
        _position = await client.PositionAtOnceAsync();
        _rows = (await PagesAsync()).ToDictionary(row => row.Key, row => (0L, (string?)row.Value));
    }

    /// <summary>Follows until told to stop, and then until there is nothing more.</summary>
    public async Task FollowAsync(Task writers)
    {
        while (true)
        {
            bool isOver = writers.IsCompleted;
            if (!isOver) RestartSometimes();
            var answer = (await client.DataAsync(Question, new { after = _position, first = _random.Next(1, 40) })).GetProperty("changes");
            foreach (var entry in answer.GetProperty("entries").EnumerateArray()) Apply(entry);
            _position = answer.GetProperty("position").GetString()!;
            if (answer.GetProperty("hasMore").GetBoolean()) continue;
            if (isOver && !answer.GetProperty("isHeldUp").GetBoolean()) return;
            await Task.Delay(_random.Next(10, 60), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the lists show, by id.</summary>
    public async Task<SortedDictionary<string, string>> PagesAsync()
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in Lists.Values)
        {
            string? after = null;
            do
            {
                var page = (await client.DataAsync($"query($after: String) {{ {list.List}(first: 200, after: $after) {{ nodes {{ {Aliased(list)} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after }))
                    .GetProperty(list.List);
                foreach (var node in page.GetProperty("nodes").EnumerateArray()) rows[IdOf(node)] = node.GetRawText();
                after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
            }
            while (after is not null);
        }
        return rows;
    }

    private void Apply(JsonElement element)
    {
        var entry = FeedEntry.Of(element);
        Kinds[entry.Kind] = Kinds.GetValueOrDefault(entry.Kind) + 1;
        Told.Add($"{entry.Id} {entry.Key}");
        if (entry.FormerKey is not null) Told.Add($"{entry.Id} {entry.FormerKey}");
        if (_rows.TryGetValue(entry.Id, out var known) && known.Version >= entry.Version) return;
        bool isGone = entry.Kind is "DELETED" or "LEFT_REACH";
        Assert.Equal(isGone, entry.Node.ValueKind == JsonValueKind.Null);
        _rows[entry.Id] = (entry.Version, isGone ? null : entry.Node.GetRawText());
    }

    private void RestartSometimes()
    {
        switch (_random.Next(8))
        {
            case 0:
                _kept = (_position, new(_rows));
                break;
            case 1 when _kept is { } kept:
                Restarts++;
                _position = kept.Position;
                // The copy was kept with the position, or has gone further than it.
                if (_random.Next(2) == 0) _rows = new(kept.Rows);
                break;
        }
    }

    private static string IdOf(JsonElement node) => node.EnumerateObject().First(member => member.Name.EndsWith("_id", StringComparison.Ordinal)).Value.GetString()!;

    /// <summary>The fields under names of the type's own: fields of one answer that differ may not have one name.</summary>
    private static string Aliased((string List, string TypeName, string Fields) list)
    {
        var fields = new List<string>();
        int depth = 0;
        foreach (string word in list.Fields.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "{" or "(") depth++;
            fields.Add(depth == 0 && word is not ("}" or ")") ? $"{list.TypeName}_{word}: {word}" : word);
            if (word is "}" or ")") depth--;
        }
        return string.Join(' ', fields);
    }
}
