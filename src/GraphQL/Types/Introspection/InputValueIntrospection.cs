using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Introspection.IntrospectionTypes;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary><c>__InputValue</c> (spec 4.2.4); its parent is an <see cref="InputValueDefinition"/>.</summary>
internal static class InputValueIntrospection
{
    internal static void Fill(ObjectType type)
    {
        type.Description =
            "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values "
            + "which describe their type and optionally a default value.";
        type.Add(Read<InputValueDefinition>("name", NonNull(BuiltInScalars.String), input => input.Name));
        type.Add(Read<InputValueDefinition>("description", BuiltInScalars.String, input => input.Description));
        type.Add(Read<InputValueDefinition>("type", NonNull(IntrospectionTypes.Type), input => input.Type));
        type.Add(Read<InputValueDefinition>(
                "defaultValue", BuiltInScalars.String, input => input.DefaultValue is { } literal ? Printer.Print(literal) : null)
            .Described("A GraphQL-formatted string representing the default value for this input value."));
        type.Add(Read<InputValueDefinition>(
            "isDeprecated", NonNull(BuiltInScalars.Boolean), input => input.DeprecationReason is not null));
        type.Add(Read<InputValueDefinition>("deprecationReason", BuiltInScalars.String, input => input.DeprecationReason));
    }
}
