using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>A request that may have been answered before: by 304 where the client has the answer still (RFC 9110, 13.1.2), from what is kept, or by running
/// it once more, with a tag to ask by the next time.</summary>
internal sealed class RepeatedRequest
{
    private readonly OperationPipeline _pipeline;
    private readonly OperationRunner _runner;
    private readonly HttpContext _context;
    private readonly ResponseMediaType _mediaType;

    /// <summary>Null where the answer can't be had twice.</summary>
    private Question? _question;
    private KnownQuestion? _known;
    private bool _keeps;

    private RepeatedRequest(OperationPipeline pipeline, OperationRunner runner, HttpContext context, ResponseMediaType mediaType, IViewer viewer) =>
        (_pipeline, _runner, _context, _mediaType, Viewer) = (pipeline, runner, context, mediaType, viewer);

    /// <summary>Who asks.</summary>
    public IViewer Viewer { get; private set; }

    public static async Task<RepeatedRequest> BeginAsync(
        OperationPipeline pipeline, OperationRunner runner, HttpContext context, GraphQLRequest request, ResponseMediaType mediaType)
    {
        var viewer = await runner.ViewerAsync(context);
        var question = pipeline.Answers.QuestionOf(request, viewer);
        return new RepeatedRequest(pipeline, runner, context, mediaType, viewer)
        {
            _question = question, _known = question is { } asked ? pipeline.Answers.Find(asked) : null,
        };
    }

    /// <summary>Answers without running anything, where it is known what the answer rests on and that it holds still; for one look-up.</summary>
    public Task<bool> AnswerAsync(ContentCoding? coding) => _known is null ? Task.FromResult(false) : AnswerAsync(_known.Basis, coding);

    /// <summary>The same for a question that only another gateway knows: the client has a tag of it, and by now the plan tells what it rests on.</summary>
    public Task<bool> AnswerAsync(PreparedOperation operation) =>
        _known is not null || operation.Basis is null ? Task.FromResult(false) : AnswerAsync(operation.Basis, coding: null);

    private async Task<bool> AnswerAsync(AnswerBasis basis, ContentCoding? coding)
    {
        if (_question is not { } question) return false;
        string? condition = Condition(question);
        if (condition is null && _known?.Answer is null) return false;
        AnswerVersion version;
        try
        {
            version = await _pipeline.LookUpAsync(basis, Viewer, _context.RequestAborted);
        }
        catch (StaleViewerException)
        {
            // Another viewer, another question: this once it is run as if for the first time.
            (_question, _known, Viewer) = (null, null, await _runner.ViewerAsync(_context, fresh: true));
            return false;
        }
        string tag = EntityTag.Of(question, version, _mediaType.Name);
        if (condition is not null && EntityTag.Matches(condition, tag))
        {
            if (_known is null) _pipeline.Answers.Keep(new KnownQuestion(question, Viewer.Client, basis, Answer: null));
            AnswerHeaders.Revalidated(_context.Response, tag);
            AnswerHeaders.Budget(_context.Response, _pipeline.RateLimitOf(Viewer));
            _context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        if (_known?.Answer is not { } kept || kept.Version != version) return false;
        await SendAsync(kept, tag, coding);
        return true;
    }

    /// <summary>The tags that the client has, where one of them is of this question. Only a GET may be answered by 304.</summary>
    private string? Condition(Question question)
    {
        if (!IsGet) return null;
        string tags = _context.Request.Headers.IfNoneMatch.ToString();
        return tags.Length > 0 && EntityTag.Concerns(tags, question) ? tags : null;
    }

    private bool IsGet => HttpMethods.IsGet(_context.Request.Method);

    private async Task SendAsync(KeptAnswer kept, string tag, ContentCoding? coding)
    {
        var response = _context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = _mediaType.ContentType;
        if (IsGet) AnswerHeaders.Revalidated(response, tag);
        else AnswerHeaders.NotStored(response);
        AnswerHeaders.Budget(response, _pipeline.RateLimitOf(Viewer));
        byte[] body = kept.Plain;
        if (coding is not null && HttpAnswer.IsWorthCoding(body.Length))
        {
            response.Headers.ContentEncoding = coding.Name;
            body = kept.In(coding.Name) ?? Coded(kept, coding);
        }
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, _context.RequestAborted);
    }

    /// <summary>In a coding that nobody asked for until now; kept in place of another one.</summary>
    private byte[] Coded(KeptAnswer kept, ContentCoding coding)
    {
        byte[] coded = coding.Compress(kept.Plain);
        _pipeline.Answers.Keep(_known! with { Answer = kept with { Coding = coding.Name, Coded = coded } });
        return coded;
    }

    /// <summary>It is run: whoever asks by GET gets a tag, and what was asked before is kept.</summary>
    public void Follow(PreparedOperation operation, HttpAnswer answer)
    {
        if (_question is not { } question || operation.Basis is null || operation.Viewer != Viewer) return;
        _keeps = _pipeline.Answers.IsWorthKeeping(question) || _known is not null;
        answer.Output.AsksForVersion = IsGet || _keeps;
        if (_keeps) answer.Copy = new AnswerCopy(_pipeline.Answers.LargestKept);
        if (IsGet) answer.Tag = output => output.Version is { } version && !output.HasErrors
            ? EntityTag.Of(question, operation.Basis.At(version, Viewer), _mediaType.Name) : null;
    }

    /// <summary>The answer is complete: remembers the question, and what was said.</summary>
    public void Remember(PreparedOperation operation, HttpAnswer answer)
    {
        if (_question is not { } question || operation.Basis is not { } basis || answer.Output.HasErrors || answer.Output.Version is not { } version) return;
        var kept = answer.Copy?.Take(basis.At(version, Viewer));
        _pipeline.Answers.Keep(new KnownQuestion(question, Viewer.Client, basis, kept));
    }
}
