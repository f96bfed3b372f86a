namespace HomeroomGraph.Admin.Api;

/// <summary>Why the API gave no answer to show; each becomes a page of its own.</summary>
public enum ApiFailureKind
{
    /// <summary>It could not be reached, or said that it is not ready.</summary>
    Unavailable,

    /// <summary>The token is missing, expired or revoked: sign in again.</summary>
    SignInRequired,

    /// <summary>The password is a first one: until it is changed there is nothing else to see.</summary>
    PasswordChangeRequired,

    /// <summary>The viewer may not do this.</summary>
    Forbidden,

    /// <summary>The address names something by an id that is none.</summary>
    NotFound,

    /// <summary>The request itself was wrong, such as a cursor that belongs to another list.</summary>
    Refused,

    /// <summary>Anything else: the API or the admin has a defect.</summary>
    Fault,
}

/// <summary>Thrown by <see cref="GraphQLClient"/>, turned into a page by <see cref="ApiFailureMiddleware"/>.</summary>
public sealed class ApiFailureException(ApiFailureKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public ApiFailureKind Kind { get; } = kind;
}
