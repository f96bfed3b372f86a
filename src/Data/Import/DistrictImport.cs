using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>
/// One kind of file that can be imported into a district. Nothing is changed while there are wrong rows, unless the user takes
/// the good ones; the same file again changes nothing. This is what all kinds share; what a file is and what becomes of it is
/// theirs.
/// </summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day.</param>
public abstract class DistrictImport(NpgsqlDataSource writer, BusinessClock clock)
{
    /// <summary>What the file is, as the verb and the runs call it.</summary>
    public abstract ImportKind Kind { get; }

    /// <summary>How many steps and details of steps an import of the kind goes through, for its progress.</summary>
    private protected abstract int Steps { get; }

    /// <summary>Opens the file, if it is what it should be.</summary>
    private protected abstract IOpenFile Open(ImportRequest request);

    /// <summary>Reads, checks and, if it may, stores the file.</summary>
    /// <exception cref="ImportRefusedException">The file is not of the kind, the district is unknown, or another import runs.</exception>
    public async Task<ImportReport> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var watch = Stopwatch.StartNew();
        using var file = Open(request);
        await using var connection = await writer.OpenConnectionAsync(cancel);
        var district = await ImportDistrict.FindAsync(connection, request.DistrictCode, cancel);
        await using var run = await RunRecord.BeginAsync(connection, district.DistrictId, cancel);
        var runId = IsRecorded(request) ? await run.RecordAsync(Kind, request, await DigestAsync(request.Path, cancel), cancel) : (long?)null;
        try
        {
            await using var recorded = runId is { } id ? new RunProgress(writer, district.DistrictId, id, Steps) : null;
            var actor = request.Actor with { Origin = $"import {EnumText<ImportKind>.Of(Kind)} {request.FileName}" };
            var report = await file.RunAsync(
                new(request, district, connection, run, actor, clock.Today, progress, recorded, cancel)) with { Elapsed = watch.Elapsed };
            await run.FinishAsync(report, cancel);
            progress?.Report(new(ImportStep.Done, "", 0));
            return report;
        }
        catch (Exception e)
        {
            var told = e is PostgresException failure && ConstraintFailure.Of(failure) is { } refusal ? refusal : e;
            await run.FailAsync(told);
            if (told == e) throw;
            throw told;
        }
    }

    /// <summary>A dry run of the command line leaves nothing behind.</summary>
    private static bool IsRecorded(ImportRequest request) => !request.DryRun || request.RunId is not null;

    private static async Task<string> DigestAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}

/// <summary>A file of one kind, opened: found harmless, and not yet read.</summary>
internal interface IOpenFile : IDisposable
{
    /// <summary>Reads, checks and, if it may, stores it.</summary>
    Task<ImportReport> RunAsync(ImportWork work);
}
