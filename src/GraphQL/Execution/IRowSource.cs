using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Runs the data statement of an operation.</summary>
public interface IRowSource
{
    /// <summary>Runs a statement in the viewer's session.</summary>
    /// <param name="counted">What to begin the session with that also tells the data's version; null where nobody asks for it.</param>
    /// <exception cref="StaleViewerException">What the viewer may see has changed since the viewer was looked up.</exception>
    Task<RowSession> QueryAsync(
        string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
        EnterStatement? counted = null);

    /// <summary>Makes sure of the viewer without reading a row: for what runs no data statement, or changes something before it.</summary>
    /// <exception cref="StaleViewerException">What the viewer may see has changed since the viewer was looked up.</exception>
    Task CheckAsync(IViewer viewer, CancellationToken cancellation);
}

/// <summary>The viewer's rights changed since they were looked up: look them up again, and ask again.</summary>
public sealed class StaleViewerException() : Exception("The viewer's rights have changed.")
{
    /// <summary>What the operation has done already, by the response keys of its root; it must not be done again.</summary>
    internal DoneInMemory? Done { get; init; }
}
