using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__Schema</c> (spec 4.2.1); its parent is a <see cref="Types.Schema"/>.</summary>
internal static class SchemaIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the "
            + "server, as well as the entry points for query, mutation, and subscription operations.";
        type.Add(Read<Schema>("description", BuiltInScalars.String, schema => schema.Description));
        type.Add(Read<Schema>("types", NonNull(ListOf(IntrospectionTypes.Type)), schema => schema.Types.Values)
            .Described("A list of all types supported by this server."));
        type.Add(Read<Schema>("queryType", NonNull(IntrospectionTypes.Type), schema => schema.Query)
            .Described("The type that query operations will be rooted at."));
        type.Add(Read<Schema>("mutationType", IntrospectionTypes.Type, schema => schema.Mutation)
            .Described("If this server supports mutation, the type that mutation operations will be rooted at."));
        type.Add(Read<Schema>("subscriptionType", IntrospectionTypes.Type, schema => schema.Subscription)
            .Described("If this server support subscription, the type that subscription operations will be rooted at."));
        type.Add(List<Schema, DirectiveDefinition>(
                "directives", NonNull(ListOf(Directive)), schema => schema.Directives.Values, directive => directive.DeprecationReason)
            .Described("A list of all directives supported by this server."));
    }
}
