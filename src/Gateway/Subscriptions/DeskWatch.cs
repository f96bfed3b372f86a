using HomeroomGraph.Data.History;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Subscriptions;
using Npgsql;

namespace HomeroomGraph.Gateway.Subscriptions;

/// <summary>Desks are no rows that change: what is told of them follows from the changed rows of research. Each part of the log is looked
/// at once, for all who follow a desk at this gateway, and no writer does anything for it.</summary>
internal sealed class DeskWatch(NpgsqlDataSource feed)
{
    /// <summary>The view that stands for desks wherever tables are named.</summary>
    private const string Desks = "desk.desk";

    private readonly DesksOfChanges _desks = new(feed);

    /// <summary>The tables of schema homeroom whose changes must be read for what is followed.</summary>
    public static IEnumerable<string> LoggedOf(IReadOnlyCollection<string> followed) =>
        followed.SelectMany(table => table == Desks ? DesksOfChanges.Tables : [table[(table.IndexOf('.') + 1)..]]).Distinct();

    /// <summary>The desks that the changes concern, where somebody follows desks. Their version is how far the log was read: what a later part tells of was
    /// not committed when an earlier one was read.</summary>
    public async Task<IEnumerable<TableChange>> ToldAsync(IReadOnlyCollection<string> followed, ChangePage page, CancellationToken cancellation)
    {
        if (!followed.Contains(Desks)) return [];
        var concerned = await _desks.OfAsync(page.Changes, cancellation);
        return concerned.Select(desk => new TableChange(
            Desks, new(new RowKey(desk.DistrictId, desk.DeskId), ChangeKind.Updated, (long)page.ReadTo.Transaction)));
    }
}
