using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Import;

/// <summary>
/// The record of one import (table <c>import.run</c>) and the lock that keeps a second one out of the same district. Killed
/// half-way, a run is found by the next one; as every step only stores what differs, that one just does the rest.
/// </summary>
internal sealed class RunRecord : IAsyncDisposable
{
    // The first key of the advisory lock; the second is the district.
    public const int LockClass = 0x1A9027;
    private const int LockAttempts = 6;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(400);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly NpgsqlConnection connection;
    private readonly int districtId;
    private long? runId;

    /// <summary>The id of the record; null for a run that leaves none.</summary>
    public long? RunId => runId;

    private RunRecord(NpgsqlConnection connection, int districtId) => (this.connection, this.districtId) = (connection, districtId);

    /// <summary>How the run before was interrupted; null if it was not.</summary>
    public Bilingual? Interrupted { get; private set; }

    /// <summary>Takes the district's lock; refuses while another import holds it.</summary>
    public static async Task<RunRecord> BeginAsync(NpgsqlConnection connection, int districtId, CancellationToken cancel)
    {
        // The database notices within a second that this program was killed, and so lets go of the lock; waiting a little
        // longer than that tells a lock that is just being let go from one of an import at work.
        await using (var command = new NpgsqlCommand("set client_connection_check_interval = '1s'", connection))
            await command.ExecuteNonQueryAsync(cancel);
        for (var attempt = 0; attempt < LockAttempts; attempt++)
        {
            if (attempt > 0) await Task.Delay(BetweenAttempts, cancel);
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1, $2)", connection)
            { Parameters = { new() { Value = LockClass }, new() { Value = districtId } } };
            if (await command.ExecuteScalarAsync(cancel) is true) return new RunRecord(connection, districtId);
        }
        throw new ImportRefusedException(
            "import-running",
            "该区县正在进行另一次导入，请等它结束后再试。",
            "Another import for this district is running; try again when it has ended.");
    }

    /// <summary>Records that the run is at work, and finds one that was interrupted.</summary>
    public async Task<long> RecordAsync(ImportKind kind, ImportRequest request, string sha256, CancellationToken cancel)
    {
        await FindInterruptedAsync(request.RunId, cancel);
        runId = request.RunId ?? await InsertAsync(kind, request, sha256, cancel);
        if (request.RunId is not null)
            await UpdateAsync("state = 'checking', file_sha256 = $3, started_at = now()", cancel, sha256);
        return runId.Value;
    }

    private async Task FindInterruptedAsync(long? own, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            update import.run set state = 'interrupted', finished_at = now()
            where district_id = $1 and state in ('checking', 'storing') and run_id is distinct from $2
            returning file_name, stored_up_to
            """,
            connection)
        { Parameters = { new() { Value = districtId }, new() { Value = own ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint } } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (await reader.ReadAsync(cancel)) Interrupted = Describe(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
    }

    private async Task<long> InsertAsync(ImportKind kind, ImportRequest request, string sha256, CancellationToken cancel)
    {
        await using var insert = new NpgsqlCommand(
            """
            insert into import.run (district_id, kind, file_name, file_sha256, dry_run, accept_good, requested_by, school_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning run_id
            """, connection);
        foreach (var value in new object[]
            { districtId, EnumText<ImportKind>.Of(kind), request.FileName, sha256, request.DryRun, request.AcceptGood, request.Actor.Name })
            insert.Parameters.Add(new() { Value = value });
        insert.Parameters.Add(new() { Value = request.SchoolId ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return (long)(await insert.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Within the transaction that stores it: this kind and all before it are stored.</summary>
    public Task StoredUpToAsync(RecordKind kind, CancellationToken cancel) =>
        UpdateAsync("state = 'storing', stored_up_to = $3", cancel, kind.ToString());

    /// <summary>Records how the run ended, with its whole report.</summary>
    public async Task FinishAsync(ImportReport report, CancellationToken cancel)
    {
        if (runId is null) return;
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await new RunReportRows(connection, districtId, runId.Value, cancel).WriteAsync(report);
        await UpdateAsync(
            """
            state = $3, errors = $4, warnings = $5, report = $6::jsonb, finished_at = now(), step = 'done', step_detail = null,
            steps_done = steps_total
            """, cancel,
            EnumText<ImportState>.Of(StateOf(report.Outcome)), report.Errors, report.Warnings, JsonSerializer.Serialize(
                new { report.Format, report.Interrupted, ElapsedSeconds = report.Elapsed.TotalSeconds }, Json));
        await transaction.CommitAsync(cancel);
    }

    private static ImportState StateOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Applied => ImportState.Applied,
        ImportOutcome.Refused => ImportState.Refused,
        _ => ImportState.Rehearsed,
    };

    /// <summary>Records a failure, if the database still answers; if not, the next run finds this one interrupted.</summary>
    public async Task FailAsync(Exception failure)
    {
        if (connection.State != ConnectionState.Open) return;
        await UpdateAsync(Failed(3), CancellationToken.None, [.. FailureValues(failure)]);
    }

    /// <summary>The assignments that record a failure; their values are those of <see cref="FailureValues"/>, from that parameter on.</summary>
    public static string Failed(int parameter) =>
        $"state = ${parameter}, failure_code = ${parameter + 1}, failure_chinese = ${parameter + 2}, failure_english = ${parameter + 3}, finished_at = now()";

    public static IEnumerable<object> FailureValues(Exception failure)
    {
        var (code, text) = failure switch
        {
            ImportRefusedException refusal => (refusal.Code, refusal.Text),
            OperationCanceledException => ("stopped", new Bilingual("导入被中止。", "The import was stopped.")),
            _ => ("fault", new Bilingual($"程序故障：{failure.Message}", $"A fault of the program: {failure.Message}")),
        };
        return [failure is OperationCanceledException ? "interrupted" : "failed", code, text.Chinese, text.English];
    }

    public async ValueTask DisposeAsync()
    {
        if (connection.State != ConnectionState.Open) return;
        await using var command = new NpgsqlCommand("select pg_advisory_unlock($1, $2)", connection)
        { Parameters = { new() { Value = LockClass }, new() { Value = districtId } } };
        await command.ExecuteNonQueryAsync();
    }

    private async Task UpdateAsync(string assignments, CancellationToken cancel, params object[] values)
    {
        if (runId is null) return;
        await using var command = new NpgsqlCommand(
            $"update import.run set {assignments} where district_id = $1 and run_id = $2", connection)
        { Parameters = { new() { Value = districtId }, new() { Value = runId.Value } } };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static Bilingual Describe(string file, string? storedUpTo) => storedUpTo is null
        ? new($"上次导入（{file}）在写入之前中断。", $"The import before ({file}) was interrupted before it stored anything.")
        : new(
            $"上次导入（{file}）写完{Enum.Parse<RecordKind>(storedUpTo).Name().Chinese}后中断，本次补齐其余部分。",
            $"The import before ({file}) was interrupted when it had stored its {Enum.Parse<RecordKind>(storedUpTo).Name().English}; this one stores the rest.");
}
