using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>A list's file passed on as the API gives it, as a stream and under the API's name.</summary>
public static class ExportedList
{
    public static async Task<IActionResult> AnswerAsync<TVariables, TData>(
        this ListExport exports, HttpContext context, Operation<TVariables, TData> operation, TVariables variables, string format, CancellationToken cancellationToken) =>
        await (await exports.FetchAsync(operation, variables, format, cancellationToken)).PassOnAsync(context, cancellationToken);
}
