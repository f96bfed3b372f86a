using HomeroomGraph.Data.History;
using Npgsql;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Finds whose desks the changed rows of a part of the log concern: by keys, as the log itself has it.</summary>
public sealed class DesksOfChanges(NpgsqlDataSource feed)
{
    /// <summary>The tables of which a changed row may put something on a desk, or take it away.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "research_project", "research_application", "research_member", "research_stage", "research_task", "research_review", "research_opinion",
        "research_milestone", "research_milestone_request", "research_extension_request", "research_change_request", "research_inspection",
    ];

    /// <summary>The desks, each once: the district, and the desk's number in it.</summary>
    public async Task<IReadOnlyList<(int DistrictId, long DeskId)>> OfAsync(IReadOnlyList<LoggedChange> changes, CancellationToken cancellation)
    {
        var concerned = changes.Where(change => Tables.Contains(change.Table)).ToList();
        if (concerned.Count == 0) return [];
        await using var command = feed.CreateCommand("select district_id, desk_id from desk.concerned($1, $2, $3)");
        command.Parameters.Add(new() { Value = concerned.Select(change => change.DistrictId).ToArray() });
        command.Parameters.Add(new() { Value = concerned.Select(change => change.Table).ToArray() });
        command.Parameters.Add(new() { Value = concerned.Select(change => change.RowId).ToArray() });
        var desks = new List<(int, long)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation)) desks.Add((row.GetInt32(0), row.GetInt64(1)));
        return desks;
    }
}
