using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Introspection;

/// <summary>The types by which a schema tells about itself (spec 4.2). They are the same for all schemas.</summary>
public static class IntrospectionTypes
{
    public static readonly ObjectType Schema = new("__Schema");
    public static readonly ObjectType Type = new("__Type");
    public static readonly EnumType TypeKind = new("__TypeKind");
    public static readonly ObjectType Field = new("__Field");
    public static readonly ObjectType InputValue = new("__InputValue");
    public static readonly ObjectType EnumValue = new("__EnumValue");
    public static readonly ObjectType Directive = new("__Directive");
    public static readonly EnumType DirectiveLocation = new("__DirectiveLocation");

    public static readonly IReadOnlyList<NamedType> All =
        [Schema, Directive, DirectiveLocation, Type, Field, InputValue, EnumValue, TypeKind];

    static IntrospectionTypes()
    {
        SchemaIntrospection.Fill(Schema);
        TypeIntrospection.Fill(Type);
        TypeKindIntrospection.Fill(TypeKind);
        FieldIntrospection.Fill(Field);
        InputValueIntrospection.Fill(InputValue);
        EnumValueIntrospection.Fill(EnumValue);
        DirectiveIntrospection.Fill(Directive);
        DirectiveLocationIntrospection.Fill(DirectiveLocation);
    }

    public static bool IsIntrospectionType(string name) => All.Any(type => type.Name == name);

    internal static GraphQLType NonNull(GraphQLType type) => new NonNullType(type);

    internal static GraphQLType ListOf(GraphQLType item) => new ListType(NonNull(item));

    /// <summary>A field that is read off its parent.</summary>
    internal static FieldDefinition Read<TParent>(string name, GraphQLType type, Func<TParent, object?> read) =>
        new(name, type) { Binding = new ResolverBinding(context => read((TParent)context.Parent!)) };

    /// <summary>A field that lists parts of its parent; deprecated ones only when asked for.</summary>
    internal static FieldDefinition List<TParent, TItem>(
        string name, GraphQLType type, Func<TParent, IEnumerable<TItem>?> read, Func<TItem, string?> deprecationReason) =>
        new FieldDefinition(name, type)
        {
            Binding = new ResolverBinding(context =>
            {
                var items = read((TParent)context.Parent!);
                return context.Arguments.GetValueOrDefault("includeDeprecated") is true
                    ? items
                    : items?.Where(item => deprecationReason(item) is null);
            }),
        }.With(new InputValueDefinition("includeDeprecated", NonNull(BuiltInScalars.Boolean))
        {
            DefaultValue = new BooleanValueNode(false),
        });
}
