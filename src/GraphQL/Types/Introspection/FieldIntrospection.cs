using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__Field</c> (spec 4.2.3); its parent is a <see cref="FieldDefinition"/>.</summary>
internal static class FieldIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of "
            + "arguments, and a return type.";
        type.Add(Read<FieldDefinition>("name", NonNull(BuiltInScalars.String), field => field.Name));
        type.Add(Read<FieldDefinition>("description", BuiltInScalars.String, field => field.Description));
        type.Add(List<FieldDefinition, InputValueDefinition>(
            "args", NonNull(ListOf(InputValue)), field => field.Arguments.Values, argument => argument.DeprecationReason));
        type.Add(Read<FieldDefinition>("type", NonNull(IntrospectionTypes.Type), field => field.Type));
        type.Add(Read<FieldDefinition>(
            "isDeprecated", NonNull(BuiltInScalars.Boolean), field => field.DeprecationReason is not null));
        type.Add(Read<FieldDefinition>("deprecationReason", BuiltInScalars.String, field => field.DeprecationReason));
    }
}
