using HomeroomGraph.Data;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Paging;
using Microsoft.AspNetCore.Http.Features;

namespace HomeroomGraph.Gateway.Import;

/// <summary>
/// <c>POST /imports/{kind}?district=CODE&amp;dryRun=true&amp;acceptGood=true&amp;fileName=…</c> with the file's bytes as the body: answers 202 with
/// the run's id, by which <c>importRun(id)</c> tells how far it is.
/// </summary>
internal static class ImportEndpoint
{
    private const string ForeignDistrict = "IMPORT_NOT_ALLOWED", BadRequest = "BAD_REQUEST", TooLarge = "FILE_TOO_LARGE";
    private const int LongestFileName = 200;

    public static void MapImports(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/imports/{kind}", HandleAsync);

    private static async Task HandleAsync(
        string kind, HttpContext context, IViewerAccessor viewers, HomeroomDatabase database, ImportJobs jobs, GatewaySettings settings)
    {
        var cancel = context.RequestAborted;
        if (!Enum.TryParse<ImportKind>(kind, ignoreCase: true, out var imported) || !Enum.IsDefined(imported))
        {
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status404NotFound, BadRequest, $"There is no import called that; there are {string.Join(", ", Imports.Kinds)}.");
            return;
        }
        if (await RequestCaller.AccountAsync(context, viewers) is not { } account) return;
        var code = context.Request.Query["district"].ToString();
        if (ImportRight.Of(account, imported, await DistrictIdAsync(database, code, cancel)) is not { } right)
        {
            // A district that there is not looks the same as one of others.
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, ForeignDistrict,
                "You can't import such a file into this district. 您无权向该区县导入此类文件。");
            return;
        }
        if (await ReceiveAsync(context, settings.ImportBytes) is not { } path)
        {
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, TooLarge,
                $"The file is bigger than {settings.ImportBytes >> 20} MiB. 文件超过 {settings.ImportBytes >> 20} MiB。");
            return;
        }
        try
        {
            var (districtId, runId) = await jobs.StartAsync(
                new(imported, path, FileName(context, imported), code, Actor.Account(account.AccountId, context.Connection.RemoteIpAddress?.ToString()))
                {
                    DryRun = IsOn(context, "dryRun"),
                    AcceptGood = IsOn(context, "acceptGood"),
                    SchoolId = right.SchoolId,
                }, cancel);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(new { id = new GlobalId("ImportRun", new RowKey(districtId, runId)).ToString() }, cancel);
        }
        catch (ImportRefusedException refusal)
        {
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, refusal.Code, refusal.Message);
        }
    }

    private static async Task<int?> DistrictIdAsync(HomeroomDatabase database, string code, CancellationToken cancel)
    {
        await using var command = database.Writer.CreateCommand("select district_id from homeroom.district where code = $1");
        command.Parameters.Add(new() { Value = code });
        return (int?)await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>Streams the body to a temporary file; null when it is too long.</summary>
    private static async Task<string?> ReceiveAsync(HttpContext context, long largest)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = largest;
        if (context.Request.ContentLength > largest) return null;
        var path = Path.Combine(Path.GetTempPath(), $"homeroomgraph-import-{Guid.NewGuid():N}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var file = new FileStream(path, options);
            await context.Request.Body.CopyToAsync(file, context.RequestAborted);
            return path;
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }) return null;
            throw;
        }
    }

    private static string FileName(HttpContext context, ImportKind kind)
    {
        var name = Path.GetFileName(context.Request.Query["fileName"].ToString());
        name = new([.. name.Where(c => !char.IsControl(c)).Take(LongestFileName)]);
        return name.Length > 0 ? name : EnumText<ImportKind>.Of(kind);
    }

    private static bool IsOn(HttpContext context, string name) => context.Request.Query[name].ToString() is "true" or "1";
}
