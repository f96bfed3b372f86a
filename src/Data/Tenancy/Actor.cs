using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>Who changes something, for the audit log (rule V3).</summary>
/// <param name="Name">An account's id, or the program's part that acts by itself: import, seed, system.</param>
/// <param name="Origin">From where: an address, a verb of the command line.</param>
public sealed record Actor(string Name, string? Origin = null)
{
    /// <summary>The verb <c>import</c>.</summary>
    public static Actor Import { get; } = new("import", "command line");

    /// <summary>The verb <c>seed</c> and the demo at start.</summary>
    public static Actor Seed { get; } = new("seed", "command line");

    /// <summary>A person who is signed in.</summary>
    public static Actor Account(Guid accountId, string? origin) => new(accountId.ToString(), origin);

    /// <summary>Names the actor for the rest of the connection's transaction.</summary>
    internal async Task EnterAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var name = new NpgsqlCommand(
            "select set_config('homeroom.actor', $1, true), set_config('homeroom.origin', $2, true)", connection)
        {
            Parameters = { new() { Value = Name }, new() { Value = Origin ?? "" } },
        };
        await name.ExecuteNonQueryAsync(cancellation);
    }
}
