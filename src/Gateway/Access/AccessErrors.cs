using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

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

/// <summary>The errors of the mutations of accounts, as types and from refusals.</summary>
internal static class AccessErrors
{
    public static UserError Of(AccessRefusedException refusal)
    {
        UserError error = refusal.Refusal switch
        {
            AccessRefusal.NotFound => new NotFoundError(refusal.Message),
            AccessRefusal.NotAllowed => new NotAllowedError(refusal.Message),
            AccessRefusal.PasswordRefused => new PasswordRefusedError(refusal.Message),
            AccessRefusal.InvalidInput => new InvalidInputError(refusal.Message),
            _ => new AlreadyThereError(refusal.Message),
        };
        return refusal.Field is { } field ? error with { Path = ["input", field] } : error;
    }

    /// <summary>The types, by the names of the records.</summary>
    public static IReadOnlyDictionary<string, ObjectType> Declare(TableSchemaBuilder schema) => new[]
    {
        schema.ErrorType(nameof(NotFoundError), "There is no such thing, or the viewer may not see it."),
        schema.ErrorType(nameof(NotAllowedError), "The viewer may not do that."),
        schema.ErrorType(nameof(PasswordRefusedError), "The new password does not meet the rules."),
        schema.ErrorType(nameof(InvalidInputError), "What was given does not fit together."),
        schema.ErrorType(nameof(AlreadyThereError), "It is there already."),
    }.ToDictionary(type => type.Name);
}
