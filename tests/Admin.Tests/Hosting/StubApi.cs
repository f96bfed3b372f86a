using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>
/// Stands in for the API: a real HTTP server that answers each registered document with a fixed answer (Answers/*.json) or
/// with what a test sets, and keeps what it was asked.
/// </summary>
public sealed class StubApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<JsonObject, StubAnswer>> answers = new();

    private StubApi(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First() + "/graphql");

    public ConcurrentQueue<StubQuestion> Questions { get; } = new();

    /// <summary>The files that were sent in.</summary>
    public ConcurrentQueue<StubImport> Imports { get; } = new();

    /// <summary>What is answered to a file: a status and a body.</summary>
    public StubAnswer ImportAnswer { get; set; } = new(202, new JsonObject { ["id"] = "SW1wb3J0UnVuOjI" });

    /// <summary>The documents that were sent up.</summary>
    public ConcurrentQueue<StubImport> Documents { get; } = new();

    /// <summary>What is answered to a document: a status and a body.</summary>
    public StubAnswer DocumentAnswer { get; set; } = new(201, new JsonObject { ["id"] = "RG9jdW1lbnQ6OQ" });

    /// <summary>What is answered to an export: a file with 200, else a body.</summary>
    public StubAnswer ExportAnswer { get; set; } = new(200, new JsonObject());

    /// <summary>What is answered to who checks a certificate's number: a status and a body.</summary>
    public StubAnswer CertificateAnswer { get; set; } = StubAnswer.Error(404, "NOT_FOUND");

    /// <summary>What is answered to every question that names its document by its id; null: as to one with the text.</summary>
    public StubAnswer? AnswerToId { get; set; }

    public bool Ready { get; set; } = true;

    /// <summary>How often the API was asked for anything.</summary>
    public int Requests { get; private set; }

    public static async Task<StubApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var stub = new StubApi(app);
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/health"))
                stub.Requests++;
            return next(context);
        });
        app.MapPost("/graphql", stub.AnswerAsync);
        app.MapPost("/exports", stub.ExportAsync);
        app.MapPost("/imports/{kind}", stub.TakeImportAsync);
        app.MapPost("/documents", stub.TakeDocumentAsync);
        app.MapGet("/documents/{id}", (string id, HttpContext context) =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=\"report.txt\"";
            return id == "RG9jdW1lbnQ6OQ" ? Results.Bytes("what it says"u8.ToArray(), "text/plain") : Results.StatusCode(id == "forbidden" ? 403 : 404);
        });
        app.MapGet("/certificates", (HttpContext context) => Results.Json(stub.CertificateAnswer.Body, statusCode: stub.CertificateAnswer.Status));
        app.MapGet("/health/ready", () => stub.Ready ? Results.Ok() : Results.StatusCode(503));
        await app.StartAsync();
        return stub;
    }

    /// <summary>From now on an operation is answered with this data.</summary>
    public void Answer(string operation, JsonNode data) => answers[operation] = _ => StubAnswer.Data(data);

    /// <summary>From now on a mutation is done, or refused for these reasons.</summary>
    public void AnswerDone(string operation, params IEnumerable<JsonObject> errors)
    {
        var refused = new JsonArray([.. errors.Select(error => error.DeepClone())]);
        JsonNode? project = refused.Count > 0 ? null : new JsonObject { ["id"] = "UmVzZWFyY2hQcm9qZWN0Ojc", ["version"] = 8 };
        JsonNode? paper = refused.Count > 0 ? null : new JsonObject { ["id"] = "UGFwZXI6MQ", ["version"] = 4 };
        JsonNode? award = refused.Count > 0 ? null : new JsonObject { ["id"] = "QXdhcmQ6MQ" };
        JsonNode? round = refused.Count > 0 ? null : new JsonObject { ["id"] = "QXdhcmRSb3VuZDox" };
        JsonNode? nomination = refused.Count > 0 ? null : new JsonObject { ["id"] = "Tm9taW5hdGlvbjox" };
        Answer(operation, new JsonObject
        {
            ["done"] = new JsonObject
            {
                ["researchProject"] = project, ["paper"] = paper, ["award"] = award, ["awardRound"] = round, ["nomination"] = nomination, ["errors"] = refused,
            },
        });
    }

    public void Answer(string operation, Func<JsonObject, StubAnswer> answer) => answers[operation] = answer;

    /// <summary>The variables of the last question of that name.</summary>
    public JsonObject LastVariables(string operation) => Questions.Last(question => question.Operation == operation).Variables;

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        var operation = (string)body["operationName"]!;
        var variables = body["variables"]?.AsObject() ?? [];
        Questions.Enqueue(new StubQuestion(
            operation, (string?)body["query"], (string?)body["documentId"], variables,
            context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-Forwarded-For"].ToString()));
        var answer = body["documentId"] is not null && AnswerToId is { } toId ? toId
            : answers.TryGetValue(operation, out var set) ? set(variables) : StubAnswer.FromFile(operation);
        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsJsonAsync(answer.Body);
    }

    private async Task ExportAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Questions.Enqueue(new StubQuestion(
            (string)body["operationName"]!, (string?)body["query"], (string?)body["documentId"], body["variables"]?.AsObject() ?? [],
            context.Request.Headers.Authorization.ToString(), context.Request.Headers["X-Forwarded-For"].ToString()));
        var answer = body["documentId"] is not null && AnswerToId is { } toId ? toId : ExportAnswer;
        context.Response.StatusCode = answer.Status;
        if (answer.Status != 200)
        {
            await context.Response.WriteAsJsonAsync(answer.Body);
            return;
        }
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"papers.txt\"";
        await context.Response.WriteAsync($"as {context.Request.Query["format"]}");
    }

    private Task TakeImportAsync(HttpContext context) => TakeAsync(context, Imports, () => ImportAnswer);

    private Task TakeDocumentAsync(HttpContext context) => TakeAsync(context, Documents, () => DocumentAnswer);

    private static async Task TakeAsync(HttpContext context, ConcurrentQueue<StubImport> kept, Func<StubAnswer> answer)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        kept.Enqueue(new StubImport(
            context.Request.Path + context.Request.QueryString, System.Text.Encoding.UTF8.GetString(bytes.ToArray()), context.Request.Headers.Authorization.ToString()));
        context.Response.StatusCode = answer().Status;
        await context.Response.WriteAsJsonAsync(answer().Body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

public sealed record StubQuestion(string Operation, string? Text, string? DocumentId, JsonObject Variables, string Authorization, string ForwardedFor);

public sealed record StubImport(string Address, string Body, string Authorization);
