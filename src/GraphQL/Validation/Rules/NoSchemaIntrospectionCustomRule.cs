using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Introspection is off: for callers who may not read the schema (spec 4, "may be disabled").</summary>
public sealed class NoSchemaIntrospectionCustomRule(ValidationContext context)
    : ValidationRule(nameof(NoSchemaIntrospectionCustomRule), context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Type is { } type && IntrospectionTypes.IsIntrospectionType(type.Named.Name))
            Report(
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name}\".", field);
    }
}
