using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL;

/// <summary>What callers are told who may not read the schema: nothing by which it could be guessed. Whatever asks for more than such a
/// caller may have is refused in the same words, whether it is valid or not; of what is left the place of an error is told and not the reason.</summary>
internal static class HiddenSchema
{
    public const string SignInFirst = "Sign in first: send the access token of signIn as 'Authorization: Bearer …'.";

    /// <summary>Whether a field of the root may be asked for without a sign-in.</summary>
    public static bool IsOpen(FieldDefinition field) => field.NeedsNoSignIn || field == MetaFields.TypeName;

    /// <summary>The refusal in place of one that tells of the schema.</summary>
    /// <param name="text">The document that was refused.</param>
    public static GraphQLRequestException Instead(GraphQLRequestException refused, Func<ReadOnlyMemory<byte>> text, Schema schema, ParserLimits limits)
    {
        if (!refused.Errors.Any(Tells)) return refused;
        return AsksForMore(Parser.Parse(new SourceText(text().ToArray()), limits), schema)
            ? new GraphQLRequestException(new GraphQLError(SignInFirst, ErrorCodes.Unauthenticated))
            : new GraphQLRequestException([.. refused.Errors.Select(error => Tells(error) ? WithoutReason(error) : error)]);
    }

    private static bool Tells(GraphQLError error) => error.Code is ErrorCodes.ValidationFailed or ErrorCodes.BadUserInput;

    private static GraphQLError WithoutReason(GraphQLError error) => error with
    {
        Message = error.Code == ErrorCodes.ValidationFailed
            ? "The document is not valid here. Sign in to be told why."
            : "A value is not valid here. Sign in to be told why.",
        Rule = null,
    };

    /// <summary>Whether an operation's root, with its fragments, has a field that is not open or not there.</summary>
    private static bool AsksForMore(DocumentNode document, Schema schema)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) fragments[fragment.Name.Value] = fragment;
        return document.Definitions.OfType<OperationDefinitionNode>().Any(operation => RootFields(operation, fragments).Any(field =>
            schema.RootType(operation.Operation) is not { } root || schema.FindField(root, field.Name.Value) is not { } known || !IsOpen(known)));
    }

    private static IEnumerable<FieldNode> RootFields(OperationDefinitionNode operation, Dictionary<string, FragmentDefinitionNode> fragments)
    {
        var visited = new HashSet<string>();
        var toVisit = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (toVisit.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FieldNode field: yield return field; break;
                    case InlineFragmentNode inline: toVisit.Push(inline.SelectionSet); break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment):
                        toVisit.Push(fragment.SelectionSet);
                        break;
                }
            }
        }
    }
}
