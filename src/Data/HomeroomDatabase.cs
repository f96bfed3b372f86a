using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Embedded;
using HomeroomGraph.Data.History;
using HomeroomGraph.Data.Migrations;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data;

/// <summary>
/// The database, opened: a pool of connections for each of its roles. An embedded PostgreSQL runs as long as this is not disposed.
/// </summary>
public sealed class HomeroomDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private static readonly TimeSpan UsualReadLimit = TimeSpan.FromSeconds(30);

    private HomeroomDatabase(string connectionString, EmbeddedPostgres? embedded, TimeSpan? readLimit = null)
    {
        this.embedded = embedded;
        var sources = new RoleDataSources(connectionString, readLimit ?? UsualReadLimit);
        (Reader, PreparedReader, DistrictReader) = (sources.Reader(), sources.PreparedReader(), sources.DistrictReader());
        (LargeReader, ExportReader) = (sources.LargeReader(), sources.ExportReader());
        (Owner, Writer, Access, Feed, Contents) = (sources.Owner(), sources.Writer(), sources.Access(), sources.Feed(), sources.Contents());
        ChangeFeed = new ChangeFeed(Feed);
    }

    /// <summary>Migrates and seeds, and does nothing else.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Reads schema <c>homeroom</c> as far as the viewer's reach goes.</summary>
    public NpgsqlDataSource Reader { get; }

    /// <summary>The same for answering queries, without a pool: each connection is new, and whoever opens it keeps it and what it prepares.</summary>
    public NpgsqlDataSource PreparedReader { get; }

    /// <summary>As <see cref="PreparedReader"/>, for viewers of one whole district (<see cref="ViewerReach.OnlyDistrict"/>); others read nothing there.</summary>
    public NpgsqlDataSource DistrictReader { get; }

    /// <summary>As <see cref="Reader"/>, for statements too large to be kept prepared.</summary>
    public NpgsqlDataSource LargeReader { get; }

    /// <summary>As <see cref="Reader"/>, for lists that are read whole: whoever runs a statement here stops it in time.</summary>
    public NpgsqlDataSource ExportReader { get; }

    /// <summary>Runs use cases: changes schema <c>homeroom</c>. See <see cref="BeginWriteAsync"/>.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>Signs in and manages accounts: schema <c>access</c>, and nothing else.</summary>
    public NpgsqlDataSource Access { get; }

    /// <summary>Reads the change log, and nothing else.</summary>
    public NpgsqlDataSource Feed { get; }

    /// <summary>The feed of changes, read by <see cref="Feed"/>.</summary>
    public ChangeFeed ChangeFeed { get; }

    /// <summary>Reads the contents of documents, and nothing else.</summary>
    public NpgsqlDataSource Contents { get; }

    /// <summary>Whether it is the PostgreSQL that this program brought.</summary>
    public bool IsEmbedded => embedded is not null;

    /// <summary>Opens the database of the settings; the embedded one is installed and started if need be.</summary>
    /// <param name="settings">Which database.</param>
    /// <param name="purpose">What for: it decides what happens when another program uses the embedded one.</param>
    /// <param name="say">Tells the user about a step that takes long.</param>
    /// <param name="cancellation">Stops the opening.</param>
    /// <exception cref="SetupException">Something the user has to put right.</exception>
    public static async Task<HomeroomDatabase> OpenAsync(
        DatabaseSettings settings, DatabasePurpose purpose, Action<string> say, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { Length: > 0 } connectionString)
            return new(connectionString, embedded: null, settings.ReadLimit);
        var embedded = purpose == DatabasePurpose.Serve
            ? await EmbeddedPostgres.StartAsync(settings.DataDirectory, say, cancellation)
            : await EmbeddedPostgres.AttachOrStartAsync(settings.DataDirectory, say, cancellation);
        return new(embedded.Connection.ConnectionString, embedded, settings.ReadLimit);
    }

    /// <summary>A database that is running already, such as a test's.</summary>
    public static HomeroomDatabase OfConnectionString(string connectionString) => new(connectionString, embedded: null);

    /// <summary>Brings it to the schema of this program; returns what was applied.</summary>
    /// <exception cref="SetupException">It is down, too old, or of another program.</exception>
    public Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken cancellation) => new Migrator(Owner).MigrateAsync(cancellation);

    /// <summary>Begins a transaction of a use case on schema <c>homeroom</c>.</summary>
    public Task<WriteTransaction<HomeroomDbContext>> BeginWriteAsync(Actor actor, CancellationToken cancellation) =>
        WriteTransaction<HomeroomDbContext>.BeginAsync(Writer, options => new(options), actor, cancellation);

    /// <summary>Begins a transaction of a use case on accounts and grants.</summary>
    public Task<WriteTransaction<AccessDbContext>> BeginAccessWriteAsync(Actor actor, CancellationToken cancellation) =>
        WriteTransaction<AccessDbContext>.BeginAsync(Access, options => new(options), actor, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await PreparedReader.DisposeAsync();
        await DistrictReader.DisposeAsync();
        await LargeReader.DisposeAsync();
        await ExportReader.DisposeAsync();
        await Writer.DisposeAsync();
        await Access.DisposeAsync();
        await Feed.DisposeAsync();
        await Contents.DisposeAsync();
        await Owner.DisposeAsync();
        if (embedded is not null)
            await embedded.DisposeAsync();
    }
}
