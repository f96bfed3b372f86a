using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>An argument of a directive: its type as written.</summary>
internal sealed record KnownDirectiveArgument(string Name, string Type, bool IsRequired);

/// <summary>A directive that the schema has or the document defines.</summary>
internal sealed record KnownDirective(
    string Name, IReadOnlyList<string> Locations, bool IsRepeatable, IReadOnlyList<KnownDirectiveArgument> Arguments);

/// <summary>The directives a document may use. A definition in the document goes before the schema's of the same name.</summary>
internal sealed class KnownDirectives(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, KnownDirective?> _known = [];
    private readonly ILookup<string, DirectiveDefinitionNode> _defined = document.Definitions
        .OfType<DirectiveDefinitionNode>().Where(node => !node.IsExtension).ToLookup(node => node.Name.Value);

    internal KnownDirective? Find(string name)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        return _known[name] = Defined(name) ?? Declared(name);
    }

    private KnownDirective? Defined(string name) =>
        _defined[name].LastOrDefault() is { } node
            ? new KnownDirective(
                name,
                [.. node.Locations.Select(location => location.Value)],
                node.IsRepeatable,
                [.. node.Arguments.Select(argument => new KnownDirectiveArgument(
                    argument.Name.Value,
                    Printer.Print(argument.Type),
                    argument.Type is NonNullTypeNode && argument.DefaultValue is null))])
            : null;

    private KnownDirective? Declared(string name) =>
        schema.Directives.GetValueOrDefault(name) is { } definition
            ? new KnownDirective(
                name,
                definition.Locations,
                definition.IsRepeatable,
                [.. definition.Arguments.Values.Select(argument => new KnownDirectiveArgument(
                    argument.Name, argument.Type.ToString()!, argument.IsRequired))])
            : null;
}
