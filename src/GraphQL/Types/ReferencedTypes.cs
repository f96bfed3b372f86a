using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>All types of a schema: those listed and those that fields, arguments, members and interfaces refer to. The order
/// is that of the list, each followed by what it alone brings in, the introspection types at the end.</summary>
internal static class ReferencedTypes
{
    internal static OrderedDictionary<string, NamedType> Of(
        IEnumerable<NamedType> listed, IEnumerable<ObjectType?> roots, IEnumerable<DirectiveDefinition> directives)
    {
        var found = new OrderedDictionary<string, NamedType>();
        var listedTypes = listed.DistinctBy(type => type.Name).ToList();
        var waiting = listedTypes.ToDictionary(type => type.Name);
        foreach (var type in listedTypes)
        {
            waiting.Remove(type.Name);
            Collect(type);
        }
        foreach (var root in roots.OfType<ObjectType>()) Collect(root);
        foreach (var argument in directives.SelectMany(directive => directive.Arguments.Values)) Collect(argument.Type.Named);
        Collect(IntrospectionTypes.Schema);
        return found;

        // A stack of our own: a chain of types may be as long as a schema.
        void Collect(NamedType start)
        {
            var stack = new Stack<NamedType>([start]);
            while (stack.TryPop(out var type))
            {
                if (waiting.ContainsKey(type.Name) || !found.TryAdd(type.Name, type)) continue;
                foreach (var referenced in References(type).Reverse()) stack.Push(referenced);
            }
        }
    }

    private static IEnumerable<NamedType> References(NamedType type) => type switch
    {
        UnionType union => union.Members,
        ComplexType complex =>
        [
            .. complex.Interfaces,
            .. complex.Fields.Values.SelectMany(field =>
                (IEnumerable<NamedType>)[field.Type.Named, .. field.Arguments.Values.Select(argument => argument.Type.Named)]),
        ],
        InputObjectType input => input.Fields.Values.Select(field => field.Type.Named),
        _ => [],
    };
}
