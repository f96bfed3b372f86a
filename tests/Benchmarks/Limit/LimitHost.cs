using System.Data;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>
/// The practical limit: an ASP.NET Core endpoint for each question, which runs one prepared statement and writes its rows. No token, no
/// policy, no row-level security (it connects as the owner), nothing that a request could do without.
/// </summary>
internal static class LimitHost
{
    public static readonly IReadOnlyList<LimitQuestion> Questions = [new OneProject(), new ProjectsOfDistrict(), new TeachersOfSchool(), new PapersAfterCursor(), new SchoolFigures()];

    /// <summary>Opens its connections and makes the application; the caller starts it.</summary>
    /// <param name="connectionString">The owner's.</param>
    /// <param name="url">Where it listens.</param>
    public static async Task<WebApplication> BuildAsync(string connectionString, string url)
    {
        var connections = await LimitConnections.OpenAsync(connectionString, Questions);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_ => connections);
        var app = builder.Build();

        // Asked for once, so that it is disposed of with the application.
        var all = app.Services.GetRequiredService<LimitConnections>();
        foreach (var question in Questions)
            app.MapGet("/" + question.Name, (RequestDelegate)(context => AnswerAsync(context, question, all)));
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, LimitQuestion question, LimitConnections connections)
    {
        var connection = await connections.TakeAsync();
        try
        {
            var (command, writer) = (connection.Commands[question.Name], connection.Writer);
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
            connections.Return(connection);
        }
    }
}
