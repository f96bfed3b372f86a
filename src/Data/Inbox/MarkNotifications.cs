using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Marks an account's own notifications as read. Of others' and of missing ones nothing is said, for they look alike.</summary>
public sealed class MarkNotifications(HomeroomDatabase database)
{
    /// <summary>Those that are named, and those of a project; all of them, where <paramref name="everything"/>.</summary>
    /// <returns>How many were unread.</returns>
    public async Task<int> RunAsync(
        ViewerAccount account, IReadOnlyList<RecordKey> named, RecordKey? project, bool everything, CancellationToken cancellation)
    {
        await using var command = database.Access.CreateCommand("select inbox.mark_read($1, $2, $3, $4, $5, $6)");
        command.Parameters.Add(new() { Value = account.AccountNumber });
        command.Parameters.Add(new() { Value = named.Select(key => key.DistrictId).ToArray() });
        command.Parameters.Add(new() { Value = named.Select(key => key.Id).ToArray() });
        command.Parameters.Add(new() { Value = project?.DistrictId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = project?.Id ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = everything });
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
