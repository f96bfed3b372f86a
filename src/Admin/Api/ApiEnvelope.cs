namespace HomeroomGraph.Admin.Api;

/// <summary>What goes over the wire (GraphQL over HTTP, section "Request Parameters" and appendix "Persisted Documents"): the document's id or its text.</summary>
internal sealed record ApiRequest<TVariables>(string OperationName, string? DocumentId, string? Query, TVariables Variables);

/// <summary>What comes back (GraphQL, section 7 "Response").</summary>
internal sealed record ApiAnswer<TData>(TData? Data = default, IReadOnlyList<ApiError>? Errors = null);

internal sealed record ApiError(string Message, ApiErrorExtensions? Extensions = null);

internal sealed record ApiErrorExtensions(string? Code = null);
