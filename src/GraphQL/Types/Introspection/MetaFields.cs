using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary>The fields that no type declares: <c>__typename</c> of every composite type, <c>__schema</c> and <c>__type</c> of the
/// query root (spec 4.1, 4.2).</summary>
public static class MetaFields
{
    public static readonly FieldDefinition TypeName = new("__typename", new NonNullType(BuiltInScalars.String))
    {
        Description = "The name of the current Object type at runtime.",
        Binding = new TypeNameBinding(),
    };

    public static readonly FieldDefinition Schema = new("__schema", new NonNullType(IntrospectionTypes.Schema))
    {
        Description = "Access the current type schema of this server.",
        Binding = new ResolverBinding(context => context.Schema),
    };

    public static readonly FieldDefinition Type = new FieldDefinition("__type", IntrospectionTypes.Type)
    {
        Description = "Request the type information of a single type.",
        Binding = new ResolverBinding(
            context => context.Arguments["name"] is string name ? context.Schema.Types.GetValueOrDefault(name) : null),
    }.With(new InputValueDefinition("name", new NonNullType(BuiltInScalars.String)));
}

/// <summary>The name of the object type that the field is selected on: known to whoever plans the selection of that type.</summary>
public sealed record TypeNameBinding : FieldBinding;
