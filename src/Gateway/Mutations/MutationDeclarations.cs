using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>Declares mutations in the form that all have: one <c>input</c>, one payload with what came of it and the errors.</summary>
internal sealed class MutationDeclarations(TableSchemaBuilder schema, IReadOnlyDictionary<string, ObjectType> errors)
{
    public TableSchemaBuilder Schema => schema;

    /// <summary>Begins a mutation; <see cref="MutationDeclaration.Runs"/> ends it.</summary>
    public MutationDeclaration Add(string name, string description) => new(schema, errors, name, description);
}

/// <summary>What came of a mutation: a result, or errors.</summary>
internal sealed record MutationOutcome(object? Result, IReadOnlyList<UserError> Errors)
{
    public static MutationOutcome Of(object result) => new(result, []);

    public static MutationOutcome Refused(params IReadOnlyList<UserError> errors) => new(null, errors);
}

/// <summary>One mutation.</summary>
internal sealed class MutationDeclaration
{
    private readonly TableSchemaBuilder schema;
    private readonly IReadOnlyDictionary<string, ObjectType> knownErrors;
    private readonly string name, description;
    private readonly InputObjectType input;
    private readonly ObjectType payload;
    private readonly UnionType errors;
    private bool isForAnybody;
    private DeprecationNotice? notice;

    public MutationDeclaration(TableSchemaBuilder schema, IReadOnlyDictionary<string, ObjectType> knownErrors, string name, string description)
    {
        (this.schema, this.knownErrors, this.name, this.description) = (schema, knownErrors, name, description);
        var typeName = char.ToUpperInvariant(name[0]) + name[1..];
        input = new InputObjectType($"{typeName}Input") { Description = $"What {name} needs." };
        payload = new ObjectType($"{typeName}Payload") { Description = $"What came of {name}." };
        errors = new UnionType($"{typeName}Error") { Description = $"Why {name} was refused." };
    }

    /// <summary>A field of the input.</summary>
    public MutationDeclaration Takes(string field, GraphQLType type, string about, DeprecationNotice? deprecated = null)
    {
        input.Add(new InputValueDefinition(field, type) { Description = about, DeprecationReason = deprecated?.Reason });
        return this;
    }

    /// <summary>A field of the payload; null with errors.</summary>
    public MutationDeclaration Gives<TResult>(string field, GraphQLType type, string about, Func<TResult, object?> value)
    {
        payload.Add(MemoryField.Of<MutationOutcome>(field, type, about, outcome => outcome.Result is TResult result ? value(result) : null));
        return this;
    }

    /// <summary>A row in the payload, read under the viewer's policies; null with errors.</summary>
    public MutationDeclaration GivesRow<TResult>(string field, Type entity, string about, Func<TResult, RowKey?> key)
    {
        payload.Add(MemoryField.Row<MutationOutcome>(field, schema.RowTypeOf(entity), about, outcome => outcome.Result is TResult result ? key(result) : null));
        return this;
    }

    /// <summary>Under a key it is done once.</summary>
    public MutationDeclaration TakesIdempotencyKey() => Takes(
        TermsFields.IdempotencyKey, BuiltInScalars.String,
        "Of 1 to 200 characters. For a day the same key with the same input gives the same answer and is not done again; with another input it is refused. What was refused may be sent again.");

    /// <summary>The errors that the payload may have, by the names of their records.</summary>
    public MutationDeclaration FailsWith(params string[] names)
    {
        errors.Members.AddRange(names.Select(error => knownErrors[error]));
        return this;
    }

    /// <summary>No sign-in is needed.</summary>
    public MutationDeclaration ForAnybody()
    {
        isForAnybody = true;
        return this;
    }

    /// <summary>It is on its way out.</summary>
    /// <param name="use">The mutation to use instead, as a schema coordinate.</param>
    /// <param name="removalAfter">The last day on which it is there.</param>
    public MutationDeclaration Deprecated(string use, DateOnly removalAfter)
    {
        notice = new DeprecationNotice(use, removalAfter);
        return this;
    }

    /// <summary>Adds it to the schema with what it does.</summary>
    public void Runs(Func<MutationCall, Task<MutationOutcome>> run)
    {
        payload.Add(MemoryField.Of<MutationOutcome>(
            "errors", new NonNullType(new ListType(new NonNullType(errors))), "Why it was refused; empty where it was done.", outcome => outcome.Errors));
        schema.Mutation.Add(new FieldDefinition(name, new NonNullType(payload))
        {
            Description = description,
            DeprecationReason = notice?.Reason,
            NeedsNoSignIn = isForAnybody,
            Binding = new AsyncResolverBinding(async context => await RunAsync(isForAnybody ? run : AfterSignIn(run), new MutationCall(name, context))),
        }.With(new InputValueDefinition("input", new NonNullType(input)) { Description = input.Description }));
    }

    /// <summary>Ends the declaration with the use case that does it.</summary>
    public void RunsUseCase<TUseCase, TResult>(Func<TUseCase, MutationCall, Task<TResult>> run)
        where TUseCase : notnull
        where TResult : notnull => Runs(async call => MutationOutcome.Of(await run(call.Service<TUseCase>(), call)));

    private static Func<MutationCall, Task<MutationOutcome>> AfterSignIn(Func<MutationCall, Task<MutationOutcome>> run) => call =>
    {
        _ = call.Account;
        return run(call);
    };

    private static async Task<MutationOutcome> RunAsync(Func<MutationCall, Task<MutationOutcome>> run, MutationCall call)
    {
        try
        {
            return await run(call);
        }
        catch (RefusedException refused)
        {
            return MutationOutcome.Refused([.. refused.Refusals.Select(MutationErrors.Of)]);
        }
    }
}
