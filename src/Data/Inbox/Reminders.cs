using Npgsql;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Reminds of what waits on the desks and is due soon or late, on a business day. Each is told once, whoever runs it and however often: the database
/// keeps the key. A district is a transaction of its own.</summary>
public sealed class Reminders(NpgsqlDataSource access)
{
    /// <summary>Runs all districts that have not been run for that day within the time.</summary>
    /// <param name="today">The business day.</param>
    /// <param name="againAfter">What came onto the desks meanwhile is looked at again after so long.</param>
    /// <param name="cancellation">Stops after the district at hand.</param>
    /// <returns>How many reminders were told.</returns>
    public async Task<int> RunAsync(DateOnly today, TimeSpan againAfter, CancellationToken cancellation)
    {
        int told = 0;
        foreach (int district in await DistrictsAsync(cancellation))
        {
            await using var remind = access.CreateCommand("select inbox.remind($1, $2, $3)");
            remind.CommandTimeout = 300;
            remind.Parameters.Add(new() { Value = district });
            remind.Parameters.Add(new() { Value = today });
            remind.Parameters.Add(new() { Value = againAfter });
            told += (int)(await remind.ExecuteScalarAsync(cancellation))!;
        }
        return told;
    }

    private async Task<List<int>> DistrictsAsync(CancellationToken cancellation)
    {
        await using var find = access.CreateCommand("select * from inbox.districts()");
        await using var row = await find.ExecuteReaderAsync(cancellation);
        var districts = new List<int>();
        while (await row.ReadAsync(cancellation)) districts.Add(row.GetInt32(0));
        return districts;
    }
}
