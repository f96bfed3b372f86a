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
}
