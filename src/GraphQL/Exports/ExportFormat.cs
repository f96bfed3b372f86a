namespace HomeroomGraph.GraphQL.Exports;

/// <summary>A form in which a list is exported.</summary>
/// <param name="name">By which a client asks for it: <c>?format=csv</c>.</param>
/// <param name="mediaType">Of the file, as <c>Content-Type</c> has it; also a way to ask for it, by <c>Accept</c>.</param>
/// <param name="extension">Of the file's name, without the dot.</param>
public abstract class ExportFormat(string name, string mediaType, string extension)
{
    public string Name { get; } = name;
    public string MediaType { get; } = mediaType;
    public string Extension { get; } = extension;

    /// <summary>Its files are compressed by themselves.</summary>
    public virtual bool IsCompressed => false;

    /// <summary>What the format shows of each row in place of what the client selects, for one that is good for rows of one type only.</summary>
    public virtual ExportedRows? Rows => null;

    /// <summary>Begins a file.</summary>
    /// <param name="columns">Of its rows.</param>
    /// <param name="to">Where it is written; what was written is sent on between two rows.</param>
    public abstract ValueTask<ExportWriter> BeginAsync(IReadOnlyList<ExportColumn> columns, ExportOutput to, CancellationToken cancellation);
}

/// <summary>What a format shows of rows of its type.</summary>
/// <param name="TypeName">The type.</param>
/// <param name="Selection">The fields, as they stand between the braces of <c>nodes</c>.</param>
public sealed record ExportedRows(string TypeName, string Selection);

/// <summary>A file on its way, row by row.</summary>
public abstract class ExportWriter : IAsyncDisposable
{
    /// <summary>Writes a row, which is another one afterwards.</summary>
    public abstract ValueTask WriteAsync(ExportRow row, CancellationToken cancellation);

    /// <summary>Writes what comes after the last row.</summary>
    public virtual ValueTask EndAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
