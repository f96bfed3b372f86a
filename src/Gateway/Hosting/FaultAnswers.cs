using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using Npgsql;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>What a caller reads when a request fails outside the engine: what happened in a sentence, never how the program is made.</summary>
internal sealed partial class FaultAnswers(ILogger<FaultAnswers> logger) : IFaultReport
{
    private const string NoDatabase = "The database does not answer now. Try again shortly.";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: there is nobody to answer.
        }
        catch (Exception fault) when (context.Response.HasStarted)
        {
            // Half an answer is out. It must not end as if it were whole.
            LogHalfAnswer(logger, fault, context.Request.Path);
            context.Abort();
        }
        catch (Exception fault)
        {
            await AnswerAsync(context, fault);
        }
    }

    public GraphQLError Of(Exception fault, HttpContext context)
    {
        if (IsNoDatabase(fault))
        {
            LogNoDatabase(logger, fault.Message);
            return new GraphQLError(NoDatabase, ErrorCodes.Unavailable);
        }

        LogFault(logger, fault, context.TraceIdentifier);
        return new GraphQLError(FaultOf(context), ErrorCodes.InternalError);
    }

    private Task AnswerAsync(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large:
                return ErrorAnswer.WriteAsync(context, large.StatusCode, ErrorCodes.LimitExceeded, large.Message);
            case BadHttpRequestException bad:
                return ErrorAnswer.WriteAsync(context, bad.StatusCode, ErrorCodes.BadRequest, bad.Message);
            case var _ when IsNoDatabase(fault):
                LogNoDatabase(logger, fault.Message);
                context.Response.Headers.RetryAfter = "5";
                return ErrorAnswer.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable,
                    NoDatabase);
            default:
                LogFault(logger, fault, context.TraceIdentifier);
                return ErrorAnswer.WriteAsync(context, StatusCodes.Status500InternalServerError, ErrorCodes.InternalError, FaultOf(context));
        }
    }

    private static bool IsNoDatabase(Exception fault) => fault
        is NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException };

    private static string FaultOf(HttpContext context) => $"The request failed by a fault of the server, which is logged as {context.TraceIdentifier}.";

    [LoggerMessage(LogLevel.Warning, "No database: {Reason}")]
    private static partial void LogNoDatabase(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Request {Id} failed")]
    private static partial void LogFault(ILogger logger, Exception fault, string id);

    [LoggerMessage(LogLevel.Error, "The answer to {Path} was cut off")]
    private static partial void LogHalfAnswer(ILogger logger, Exception fault, string path);
}
