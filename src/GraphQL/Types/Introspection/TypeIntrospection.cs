using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__Type</c> (spec 4.2.2); its parent is a <see cref="GraphQLType"/>, wrappers too.</summary>
internal static class TypeIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the "
            + "`__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar "
            + "types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide "
            + "their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, "
            + "provide the Object types possible at runtime. List and NonNull types compose other types.";
        type.Add(Read<GraphQLType>("kind", NonNull(TypeKind), TypeKindIntrospection.KindOf));
        type.Add(Read<GraphQLType>("name", BuiltInScalars.String, t => (t as NamedType)?.Name));
        type.Add(Read<GraphQLType>("description", BuiltInScalars.String, t => (t as NamedType)?.Description));
        type.Add(Read<GraphQLType>("specifiedByURL", BuiltInScalars.String, t => (t as ScalarType)?.SpecifiedByUrl));
        type.Add(List<GraphQLType, FieldDefinition>(
            "fields", ListOf(Field), t => (t as ComplexType)?.Fields.Values, field => field.DeprecationReason));
        type.Add(Read<GraphQLType>("interfaces", ListOf(type), t => (t as ComplexType)?.Interfaces));
        type.Add(new FieldDefinition("possibleTypes", ListOf(type)) { Binding = new ResolverBinding(PossibleTypes) });
        type.Add(List<GraphQLType, EnumValue>(
            "enumValues", ListOf(IntrospectionTypes.EnumValue), t => (t as EnumType)?.Values.Values, value => value.DeprecationReason));
        type.Add(List<GraphQLType, InputValueDefinition>(
            "inputFields", ListOf(InputValue), t => (t as InputObjectType)?.Fields.Values, field => field.DeprecationReason));
        type.Add(Read<GraphQLType>("ofType", type, Inner));
        type.Add(Read<GraphQLType>("isOneOf", BuiltInScalars.Boolean, t => (t as InputObjectType)?.IsOneOf));
    }

    private static IReadOnlyList<ObjectType>? PossibleTypes(ResolverContext context) =>
        context.Parent is InterfaceType or UnionType ? context.Schema.PossibleTypes((NamedType)context.Parent) : null;

    private static GraphQLType? Inner(GraphQLType type) => type switch
    {
        ListType list => list.Item,
        NonNullType nonNull => nonNull.Inner,
        _ => null,
    };
}
