using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL;

/// <summary>An error of a request or a field as the client sees it (spec 7.1.2).</summary>
/// <param name="Message">For people; says what is wrong and, where it can, what to do.</param>
/// <param name="Code">Stable, for programs: <c>extensions.code</c>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];
    /// <summary>Response keys (string) and list indices (int) from the root; empty for a request error.</summary>
    public IReadOnlyList<object> Path { get; init; } = [];
    /// <summary>The validation rule that found it, by graphql-js's name of the rule, for tests and tools.</summary>
    public string? Rule { get; init; }
}

/// <summary>The stable codes of top-level errors.</summary>
public static class ErrorCodes
{
    public const string SyntaxError = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string BadRequest = "BAD_REQUEST";
    public const string OperationNotFound = "OPERATION_RESOLUTION_FAILURE";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string InvalidCursor = "INVALID_CURSOR";
    public const string InvalidId = "INVALID_ID";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string PasswordChangeRequired = "PASSWORD_CHANGE_REQUIRED";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";
    public const string TooManyRequests = "TOO_MANY_REQUESTS";
    public const string Timeout = "TIMEOUT";
    public const string AccessChanged = "ACCESS_CHANGED";
    public const string SubscriberTooSlow = "SUBSCRIBER_TOO_SLOW";
    public const string Unavailable = "SERVICE_UNAVAILABLE";
    public const string InternalError = "INTERNAL_SERVER_ERROR";
}

/// <summary>A request that can't go on because of what the client sent; carries what the client is told.</summary>
public class GraphQLRequestException(params IReadOnlyList<GraphQLError> errors) : Exception(errors[0].Message)
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
