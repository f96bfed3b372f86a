using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Directives;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>What the built-in directives say of a definition in a document (spec 3.13.3 to 3.13.5).</summary>
internal static class SdlDirectives
{
    internal static string? DeprecationReason(DefinitionNode node) => Find(node, BuiltInDirectives.Deprecated) is { } directive
        ? Text(directive, "reason") ?? BuiltInDirectives.DefaultDeprecationReason
        : null;

    internal static string? SpecifiedBy(DefinitionNode node) =>
        Find(node, BuiltInDirectives.SpecifiedBy) is { } directive ? Text(directive, "url") : null;

    internal static bool IsOneOf(DefinitionNode node) => Find(node, BuiltInDirectives.OneOf) is not null;

    internal static DirectiveNode? Find(DefinitionNode? node, DirectiveDefinition definition) =>
        node?.Directives.FirstOrDefault(directive => directive.Name.Value == definition.Name);

    private static string? Text(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(given => given.Name.Value == argument)?.Value as StringValueNode)?.Value;
}
