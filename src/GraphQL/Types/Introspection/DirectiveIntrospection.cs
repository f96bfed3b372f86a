using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__Directive</c> (spec 4.2.6); its parent is a <see cref="DirectiveDefinition"/>.</summary>
internal static class DirectiveIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document."
            + "\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will "
            + "not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional "
            + "information to the executor.";
        type.Add(Read<DirectiveDefinition>("name", NonNull(BuiltInScalars.String), directive => directive.Name));
        type.Add(Read<DirectiveDefinition>("description", BuiltInScalars.String, directive => directive.Description));
        type.Add(Read<DirectiveDefinition>("isRepeatable", NonNull(BuiltInScalars.Boolean), directive => directive.IsRepeatable));
        type.Add(Read<DirectiveDefinition>("locations", NonNull(ListOf(DirectiveLocation)), directive => directive.Locations));
        type.Add(List<DirectiveDefinition, InputValueDefinition>(
            "args", NonNull(ListOf(InputValue)), directive => directive.Arguments.Values, argument => argument.DeprecationReason));
        type.Add(Read<DirectiveDefinition>(
            "isDeprecated", NonNull(BuiltInScalars.Boolean), directive => directive.DeprecationReason is not null));
        type.Add(Read<DirectiveDefinition>("deprecationReason", BuiltInScalars.String, directive => directive.DeprecationReason));
    }
}
