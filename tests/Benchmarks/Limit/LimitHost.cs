using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>
/// The practical limit: an ASP.NET Core endpoint for each question, which runs one prepared statement and writes its rows. No token, no
/// policy, no row-level security (it connects as the owner), nothing that a request could do without.
/// </summary>
internal static class LimitHost
{
    private const int Connections = 16;

    public static readonly IReadOnlyList<LimitQuestion> Questions = [new OneProject(), new ProjectsOfDistrict(), new TeachersOfSchool(), new PapersAfterCursor()];

    /// <summary>Opens its connections and makes the application; the caller starts it.</summary>
    /// <param name="connectionString">The owner's.</param>
    /// <param name="url">Where it listens.</param>
    public static async Task<WebApplication> BuildAsync(string connectionString, string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        builder.Services.AddRoutingCore();
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "practical limit",
            MaxPoolSize = Connections,
            Options = "-c max_parallel_workers_per_gather=0",
        });
        builder.Services.AddSingleton(_ => source);
        var free = new ConcurrentStack<LimitConnection>();
        for (var made = 0; made < Connections; made++)
            free.Push(await LimitConnection.OpenAsync(source, Questions));
        var turns = new SemaphoreSlim(Connections);

        var app = builder.Build();
        foreach (var question in Questions)
            app.MapGet("/" + question.Name, (RequestDelegate)(context => AnswerAsync(context, question, free, turns)));
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, LimitQuestion question, ConcurrentStack<LimitConnection> free, SemaphoreSlim turns)
    {
        await turns.WaitAsync();
        free.TryPop(out var connection);
        try
        {
            var (command, writer) = (connection!.Commands[question.Name], connection.Writer);
            writer.Reset();
            question.Bind(context.Request.Query, command.Parameters);
            await using (var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess))
                await question.WriteAsync(rows, writer, context.Request.Query);
            await writer.Json.FlushAsync();
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = writer.Output.Length;
            await context.Response.BodyWriter.WriteAsync(writer.Output);
        }
        finally
        {
            free.Push(connection!);
            turns.Release();
        }
    }
}
