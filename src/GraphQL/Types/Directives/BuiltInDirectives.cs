using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Directives;

/// <summary>The directives every schema has without defining them (spec 3.13.1 to 3.13.5).</summary>
public static class BuiltInDirectives
{
    /// <summary>The reason of <c>@deprecated</c> when none is given (spec 3.13.3).</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    private static readonly GraphQLType _requiredString = new NonNullType(BuiltInScalars.String);
    private static readonly GraphQLType _requiredBoolean = new NonNullType(BuiltInScalars.Boolean);

    public static readonly DirectiveDefinition Include = new DirectiveDefinition("include")
    {
        Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
        Locations = [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
    }.With(new InputValueDefinition("if", _requiredBoolean) { Description = "Included when true." });

    public static readonly DirectiveDefinition Skip = new DirectiveDefinition("skip")
    {
        Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
        Locations = [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
    }.With(new InputValueDefinition("if", _requiredBoolean) { Description = "Skipped when true." });

    public static readonly DirectiveDefinition Deprecated = new DirectiveDefinition("deprecated")
    {
        Description = "Marks an element of a GraphQL schema as no longer supported.",
        Locations =
        [
            DirectiveLocations.FieldDefinition,
            DirectiveLocations.ArgumentDefinition,
            DirectiveLocations.InputFieldDefinition,
            DirectiveLocations.EnumValue,
            DirectiveLocations.DirectiveDefinition,
        ],
    }.With(new InputValueDefinition("reason", _requiredString)
    {
        Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported "
            + "similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
        DefaultValue = new StringValueNode(DefaultDeprecationReason),
    });

    public static readonly DirectiveDefinition SpecifiedBy = new DirectiveDefinition("specifiedBy")
    {
        Description = "Exposes a URL that specifies the behavior of this scalar.",
        Locations = [DirectiveLocations.Scalar],
    }.With(new InputValueDefinition("url", _requiredString)
    {
        Description = "The URL that specifies the behavior of this scalar.",
    });

    public static readonly DirectiveDefinition OneOf = new("oneOf")
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
        Locations = [DirectiveLocations.InputObject],
    };

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    public static bool IsBuiltIn(string name) => All.Any(directive => directive.Name == name);
}
