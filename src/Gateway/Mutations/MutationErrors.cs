using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>There is no such thing, or the viewer may not see it.</summary>
internal sealed record NotFoundError(string Message) : UserError(Message, "NOT_FOUND");

/// <summary>The viewer may not do that.</summary>
internal sealed record NotAllowedError(string Message) : UserError(Message, "NOT_ALLOWED");

/// <summary>The new password does not meet the rules.</summary>
internal sealed record PasswordRefusedError(string Message) : UserError(Message, "PASSWORD_REFUSED");

/// <summary>What was given does not fit together.</summary>
internal sealed record InvalidInputError(string Message) : UserError(Message, "INVALID_INPUT");

/// <summary>It is there already.</summary>
internal sealed record AlreadyThereError(string Message) : UserError(Message, "ALREADY_THERE");

/// <summary>A rule of the domain says no.</summary>
internal sealed record RuleBrokenError(string Message, string Code, string Rule) : UserError(Message, Code);

/// <summary>The paper is recorded already.</summary>
internal sealed record DuplicatePaperError(string Message, string Code, string Rule, RecordKey? Other) : UserError(Message, Code);

/// <summary>Somebody was first.</summary>
internal sealed record StepTakenError(string Message, string Code, StepTaken Taken) : UserError(Message, Code);

/// <summary>The record has changed since it was read.</summary>
internal sealed record VersionConflictError(string Message, int ActualVersion) : UserError(Message, "VERSION_CONFLICT");

/// <summary>The idempotency key was used for another input.</summary>
internal sealed record IdempotencyKeyReusedError(string Message) : UserError(Message, "IDEMPOTENCY_KEY_REUSED");

/// <summary>The errors that mutations of all areas have, as types and from refusals.</summary>
internal static class MutationErrors
{
    /// <summary>What can come of a use case that changes a record.</summary>
    public static readonly string[] OfChanges =
    [
        nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError), nameof(RuleBrokenError), nameof(StepTakenError), nameof(VersionConflictError),
        nameof(IdempotencyKeyReusedError),
    ];

    public static UserError Of(Refusal refusal)
    {
        UserError error = refusal.Kind switch
        {
            RefusalKind.NotFound => new NotFoundError(refusal.Message),
            RefusalKind.NotAllowed => new NotAllowedError(refusal.Message),
            RefusalKind.InvalidInput => new InvalidInputError(refusal.Message),
            RefusalKind.PasswordRefused => new PasswordRefusedError(refusal.Message),
            RefusalKind.AlreadyThere => new AlreadyThereError(refusal.Message),
            RefusalKind.Duplicate => new DuplicatePaperError(refusal.Message, refusal.Code, refusal.Rule!, refusal.Other),
            RefusalKind.StepTaken => new StepTakenError(refusal.Message, refusal.Code, refusal.Taken!),
            RefusalKind.VersionConflict => new VersionConflictError(refusal.Message, refusal.ActualVersion!.Value),
            RefusalKind.IdempotencyKeyReused => new IdempotencyKeyReusedError(refusal.Message),
            _ => new RuleBrokenError(refusal.Message, refusal.Code, refusal.Rule!),
        };
        return error with { Path = refusal.Path };
    }

    /// <summary>The types, by the names of the records.</summary>
    public static IReadOnlyDictionary<string, ObjectType> Declare(TableSchemaBuilder schema) => new[]
    {
        schema.ErrorType(nameof(NotFoundError), "There is no such thing, or the viewer may not see it."),
        schema.ErrorType(nameof(NotAllowedError), "The viewer may not do that."),
        schema.ErrorType(nameof(PasswordRefusedError), "The new password does not meet the rules."),
        schema.ErrorType(nameof(InvalidInputError), "What was given does not fit together."),
        schema.ErrorType(nameof(AlreadyThereError), "It is there already."),
        schema.ErrorType(
            nameof(RuleBrokenError), "A rule of the domain says no; nothing was changed. The codes are listed in docs/rules.md.",
            MemoryField.Of<RuleBrokenError>("rule", new NonNullType(BuiltInScalars.String), "The rule's id, such as P2.", error => error.Rule)),
        schema.ErrorType(
            nameof(DuplicatePaperError), "The paper is recorded already: one of the same DOI, or of the same title and first author. Rule R1.",
            MemoryField.Of<DuplicatePaperError>("rule", new NonNullType(BuiltInScalars.String), "The rule's id.", error => error.Rule),
            MemoryField.Row<DuplicatePaperError>(
                "paper", schema.RowTypeOf(typeof(Paper)), "The paper that is recorded; null where the viewer may not see it.", error => error.Other is { } other ? new RowKey(other.DistrictId, other.Id) : null)),
        schema.ErrorType(
            nameof(StepTakenError), "The record is no longer where the step begins: somebody was first.",
            MemoryField.Of<StepTakenError>("state", new NonNullType(BuiltInScalars.String), "Where it is now: a state, or a decision.", error => error.Taken.State),
            MemoryField.Of<StepTakenError>("takenBy", BuiltInScalars.String, "Who brought it there.", error => error.Taken.By),
            MemoryField.Of<StepTakenError>("takenAt", DateTimeScalar.Instance, "When.", error => error.Taken.At is { } at ? new DateTimeOffset(at) : null)),
        schema.ErrorType(
            nameof(VersionConflictError), "The record has changed since it was read: expectedVersion is not its version.",
            MemoryField.Of<VersionConflictError>("actualVersion", new NonNullType(BuiltInScalars.Int), "The version that it has.", error => error.ActualVersion)),
        schema.ErrorType(nameof(IdempotencyKeyReusedError), "The idempotency key was used for another input within the last day."),
    }.ToDictionary(type => type.Name);
}
