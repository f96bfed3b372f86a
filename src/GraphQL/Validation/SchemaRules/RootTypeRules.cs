using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Validation.Rules;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>There is a query root; root types are objects, each its own (spec 3.3.1).</summary>
internal static class RootTypeRules
{
    private static readonly (OperationKind Operation, string UsualName)[] _roots =
        [(OperationKind.Query, "Query"), (OperationKind.Mutation, "Mutation"), (OperationKind.Subscription, "Subscription")];

    internal static void Check(Schema schema, SchemaErrors errors)
    {
        if (schema.Query is null && FindOther(schema, OperationKind.Query, "Query") is null)
            errors.Add("Query root type must be provided.", schema.SyntaxNodes.FirstOrDefault(node => !node.IsExtension));
        foreach (var (operation, usualName) in _roots)
        {
            if (schema.RootType(operation) is null && FindOther(schema, operation, usualName) is { } other)
                errors.Add(
                    $"{usualName} root type must be Object type{(operation == OperationKind.Query ? "" : " if provided")}, "
                    + $"it cannot be {other.Name}.",
                    (SyntaxNode?)Stated(schema, operation) ?? other.SyntaxNodes.FirstOrDefault());
        }
        CheckDifferent(schema, errors);
    }

    private static void CheckDifferent(Schema schema, SchemaErrors errors)
    {
        var operationsOfType = _roots.Select(root => root.Operation)
            .Where(operation => schema.RootType(operation) is not null)
            .GroupBy(operation => schema.RootType(operation)!.Name);
        foreach (var operations in operationsOfType.Where(operations => operations.Count() > 1))
            errors.Add(
                $"All root types must be different, \"{operations.Key}\" type is used as "
                + $"{DidYouMean.List("and", [.. operations.Select(OperationNames.Of)])} root types.",
                operations.Select(operation => Stated(schema, operation)));
    }

    /// <summary>A type that a document states as the root, or that has its usual name there, but is no object.</summary>
    private static NamedType? FindOther(Schema schema, OperationKind operation, string usualName)
    {
        if (Stated(schema, operation) is { } stated)
            return schema.Types.GetValueOrDefault(stated.Name.Value) ?? BuiltInScalars.Find(stated.Name.Value);
        bool mayBeUsual = schema.SyntaxNodes.All(node => node.IsExtension);
        return mayBeUsual && schema.Types.GetValueOrDefault(usualName) is { SyntaxNodes.Count: > 0 } type and not ObjectType ? type : null;
    }

    private static NamedTypeNode? Stated(Schema schema, OperationKind operation) =>
        schema.SyntaxNodes.SelectMany(node => node.OperationTypes).FirstOrDefault(root => root.Operation == operation)?.Type;
}
