using System.Globalization;
using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// Connections of one login under the roles of the database. The role is a startup option of the connection, so a reset falls
/// back to it and not to the owner.
/// </summary>
/// <param name="readLimit">After which PostgreSQL stops a reading statement by itself.</param>
internal sealed class RoleDataSources(string connectionString, TimeSpan readLimit)
{
    private const string ReaderRole = "homeroom_reader";

    public NpgsqlDataSource Owner() => Build(role: null, pool: 4, _ => { });

    public NpgsqlDataSource Writer() => Build("homeroom_writer", pool: 8, _ => { });

    public NpgsqlDataSource Access() => Build("homeroom_access", pool: 8, settings =>
    {
        settings.MaxAutoPrepare = 50;
        settings.AutoPrepareMinUsages = 2;
    });

    // One connection listens, one reads for subscribers; the others are for who pulls changes.
    public NpgsqlDataSource Feed() => Build("homeroom_feed", pool: 8, settings =>
    {
        settings.KeepAlive = 30;
        settings.MaxAutoPrepare = 20;
        settings.AutoPrepareMinUsages = 2;
        settings.Options += " -c default_transaction_read_only=on -c statement_timeout=30s";
    });

    // A part of a content at a time, and between two parts the connection is another's.
    public NpgsqlDataSource Contents() => Build("homeroom_content", pool: 4, settings =>
    {
        settings.MaxAutoPrepare = 4;
        settings.AutoPrepareMinUsages = 2;
        settings.Options += " -c default_transaction_read_only=on -c statement_timeout=30s";
    });

    // Tuned for the read path (docs/architecture.md): prepared statements are the biggest knob; a statement of one operation is
    // short, so workers in parallel cost more than they give; the first statement of each transaction sets the whole session
    // state, so there is nothing to reset.
    public NpgsqlDataSource Reader() => Reader(ReaderRole, pool: 8, settings =>
    {
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        PlanOnce(settings);
    });

    // Whoever holds these connections bounds their number and the time of what runs on them.
    public NpgsqlDataSource PreparedReader() => Unpooled(ReaderRole);

    // A role of its own, for its policies are one equality, and PostgreSQL plans for a role.
    public NpgsqlDataSource DistrictReader() => Unpooled("homeroom_district_reader");

    private NpgsqlDataSource Unpooled(string role) => Reader(role, pool: 1, settings =>
    {
        settings.Pooling = false;
        settings.CommandTimeout = 0;
        PlanOnce(settings);
    });

    // A statement of an operation is planned once for a connection. Left to itself PostgreSQL plans it for the values each time as soon as it
    // thinks that pays, and planning took twice the time of running it.
    private static void PlanOnce(NpgsqlConnectionStringBuilder settings) => settings.Options += " -c plan_cache_mode=force_generic_plan";

    // Each connection keeps what it has prepared, and a large statement is megabytes of plan: these are not prepared, and few at once.
    public NpgsqlDataSource LargeReader() => Reader(ReaderRole, pool: 4, settings => settings.MaxAutoPrepare = 0);

    // An export holds its connection as long as its reader takes, so it has one of few of its own; whoever runs it stops it in time. Its statement runs
    // once and reads all, so it is planned for its values.
    public NpgsqlDataSource ExportReader() => Reader(ReaderRole, pool: 4, settings =>
    {
        settings.MaxAutoPrepare = 0;
        settings.CommandTimeout = 0;
    }, TimeSpan.Zero);

    private NpgsqlDataSource Reader(string role, int pool, Action<NpgsqlConnectionStringBuilder> tune, TimeSpan? limit = null) => Build(role, pool, settings =>
    {
        tune(settings);
        settings.NoResetOnClose = true;
        settings.Multiplexing = false;
        settings.Options += string.Create(CultureInfo.InvariantCulture,
            $" -c max_parallel_workers_per_gather=0 -c default_transaction_read_only=on -c statement_timeout={(limit ?? readLimit).TotalMilliseconds:0}");
    });

    private NpgsqlDataSource Build(string? role, int pool, Action<NpgsqlConnectionStringBuilder> tune)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = role ?? "homeroom_owner",
            MaxPoolSize = pool,
            IncludeErrorDetail = false,

            // Not "$user": our tables are named with their schema, whatever the login is called.
            SearchPath = "public",
        };
        if (role is not null)
            settings.Options = $"{settings.Options} -c role={role}".Trim();
        tune(settings);
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
