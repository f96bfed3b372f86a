using System.Net.Sockets;
using Npgsql;

namespace HomeroomGraph.Gateway.Commands;

/// <summary>Faults that lie outside the program, told so that the reader knows what to do about them.</summary>
internal static class ExpectedFaults
{
    public static CommandFault? Explain(Exception exception) => exception switch
    {
        CommandFault fault => fault,
        PostgresException e when e.SqlState.StartsWith("28", StringComparison.Ordinal) =>
            Database($"refused the login: {e.MessageText}.", e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } e =>
            Database($"has no such database: {e.MessageText}. Create it first.", e),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } e =>
            Database($"does not let this login do its work: {e.MessageText}. The login must own the database and may create roles.", e),
        NpgsqlException { InnerException: SocketException or TimeoutException } e =>
            Database($"can't be reached: {e.InnerException!.Message}. Is it running, and are host and port right?", e),
        _ => null,
    };

    private static CommandFault Database(string what, Exception cause) =>
        CommandFault.Setup($"The database of {Settings.SettingsTable.ConnectionString.Name} {what}", cause);
}
