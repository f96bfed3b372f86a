using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Refusals;

/// <summary>Why a use case refuses what was asked: for people and, by its code, for programs. Nothing was changed.</summary>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Code">Stable, SCREAMING.</param>
/// <param name="Message">What is wrong and what to do, in English and then in Chinese.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>The part that is wrong: of the input from <c>input</c> down, or of the record.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The rule of the domain that says so.</summary>
    public string? Rule { get; init; }

    /// <summary>The step that somebody else took first.</summary>
    public StepTaken? Taken { get; init; }

    /// <summary>The record that is in the way: for who may see it.</summary>
    public RecordKey? Other { get; init; }

    /// <summary>The version that the record has.</summary>
    public int? ActualVersion { get; init; }

    /// <param name="message">For people.</param>
    /// <param name="field">The field of the input that names it, where it is one.</param>
    public static Refusal NotFound(string message, string? field = null) => new(RefusalKind.NotFound, "NOT_FOUND", message) { Path = Input(field) };

    /// <param name="message">For people.</param>
    /// <param name="field">The field of the input that asks for it, where it is one.</param>
    public static Refusal NotAllowed(string message, string? field = null) => new(RefusalKind.NotAllowed, "NOT_ALLOWED", message) { Path = Input(field) };

    /// <param name="message">For people.</param>
    /// <param name="field">The field of the input that is wrong, where it is one.</param>
    public static Refusal InvalidInput(string message, string? field = null) => new(RefusalKind.InvalidInput, "INVALID_INPUT", message) { Path = Input(field) };

    /// <param name="message">For people: every rule that it breaks.</param>
    /// <param name="field">The field of the input.</param>
    public static Refusal PasswordRefused(string message, string? field = null) => new(RefusalKind.PasswordRefused, "PASSWORD_REFUSED", message) { Path = Input(field) };

    /// <param name="message">For people.</param>
    /// <param name="field">The field of the input that is taken, where it is one.</param>
    public static Refusal AlreadyThere(string message, string? field = null) => new(RefusalKind.AlreadyThere, "ALREADY_THERE", message) { Path = Input(field) };

    /// <summary>The refusal of whoever comes second to something that is done once, with who was first.</summary>
    /// <param name="rule">The rule, by the name of its constraint.</param>
    /// <param name="state">Where it is now.</param>
    /// <param name="by">Who was first.</param>
    /// <param name="on">On which day.</param>
    public static RefusedException TakenBefore(string rule, string state, string? by, DateOnly? on) =>
        TakenBefore(rule, state, by, on?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <inheritdoc cref="TakenBefore(string, string, string?, DateOnly?)"/>
    public static RefusedException TakenBefore(string rule, string state, string? by, DateTime? at) => new(
        RuleTable.Of(rule).Refuse() with { Kind = RefusalKind.StepTaken, Taken = new(state.ToUpperInvariant(), by, at) });

    private static string[] Input(string? field) => field is null ? [] : ["input", field];
}

/// <summary>What kind of refusal it is.</summary>
public enum RefusalKind
{
    /// <summary>There is no such thing, or the caller may not see it: not told apart.</summary>
    NotFound,

    /// <summary>The caller may not do that.</summary>
    NotAllowed,

    /// <summary>What was given does not fit together.</summary>
    InvalidInput,

    /// <summary>The password does not meet the rules.</summary>
    PasswordRefused,

    /// <summary>It is there already.</summary>
    AlreadyThere,

    /// <summary>A rule of the domain says no.</summary>
    RuleBroken,

    /// <summary>It is recorded already, by a rule of the domain: see <see cref="Refusal.Other"/>.</summary>
    Duplicate,

    /// <summary>The record is no longer where the step begins: somebody was first.</summary>
    StepTaken,

    /// <summary>The record has changed since the caller read it.</summary>
    VersionConflict,

    /// <summary>The idempotency key was used for another input.</summary>
    IdempotencyKeyReused,
}

/// <summary>Where a record is now, and who brought it there.</summary>
/// <param name="State">The state, as the contract names it.</param>
/// <param name="By">Who took the last step; null where none was taken.</param>
/// <param name="At">When.</param>
public sealed record StepTaken(string State, string? By, DateTime? At);

/// <summary>A use case refuses what was asked; nothing was changed.</summary>
public sealed class RefusedException(params IReadOnlyList<Refusal> refusals) : Exception(string.Join(' ', refusals.Select(refusal => refusal.Message)))
{
    /// <summary>All that is wrong, at once; never empty.</summary>
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
