namespace HomeroomGraph.Data.Access;

/// <summary>Why a change of accounts is refused.</summary>
public enum AccessRefusal
{
    /// <summary>There is no such thing, or the caller may not see it: not told apart.</summary>
    NotFound,

    /// <summary>The caller may not do that.</summary>
    NotAllowed,

    /// <summary>The password does not meet the rules.</summary>
    PasswordRefused,

    /// <summary>What was given does not fit together.</summary>
    InvalidInput,

    /// <summary>It is there already.</summary>
    AlreadyThere,
}

/// <summary>A use case of accounts refuses what was asked; nothing was changed.</summary>
public sealed class AccessRefusedException(AccessRefusal refusal, string message, string? field = null) : Exception(message)
{
    public AccessRefusal Refusal { get; } = refusal;

    /// <summary>The part of the input that is wrong, where it is one.</summary>
    public string? Field { get; } = field;
}
