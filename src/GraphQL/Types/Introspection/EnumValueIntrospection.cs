using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__EnumValue</c> (spec 4.2.5); its parent is an <see cref="Types.EnumValue"/>.</summary>
internal static class EnumValueIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. "
            + "However an Enum value is returned in a JSON response as a string.";
        type.Add(Read<EnumValue>("name", NonNull(BuiltInScalars.String), value => value.Name));
        type.Add(Read<EnumValue>("description", BuiltInScalars.String, value => value.Description));
        type.Add(Read<EnumValue>("isDeprecated", NonNull(BuiltInScalars.Boolean), value => value.DeprecationReason is not null));
        type.Add(Read<EnumValue>("deprecationReason", BuiltInScalars.String, value => value.DeprecationReason));
    }
}
