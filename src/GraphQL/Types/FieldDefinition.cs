using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>A field of an object or interface (spec 3.6).</summary>
public sealed class FieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;
    public GraphQLType Type { get; internal set; } = type;
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }
    public OrderedDictionary<string, InputValueDefinition> Arguments { get; } = [];
    public FieldDefinitionNode? SyntaxNode { get; init; }

    /// <summary>Where the field's value comes from; null in a schema that is only validated against.</summary>
    public FieldBinding? Binding { get; set; }

    /// <summary>A field of the root that callers without credentials may ask for.</summary>
    public bool NeedsNoSignIn { get; init; }

    public FieldDefinition With(params ReadOnlySpan<InputValueDefinition> arguments)
    {
        foreach (var argument in arguments) Arguments.Add(argument.Name, argument);
        return this;
    }

    public FieldDefinition Described(string description)
    {
        Description = description;
        return this;
    }

    public FieldDefinition Deprecated(DeprecationNotice notice)
    {
        DeprecationReason = notice.Reason;
        return this;
    }
}

/// <summary>Where a field's value comes from: a column, a related row, a resolver … The planner knows the kinds.</summary>
public abstract record FieldBinding;

/// <summary>An argument of a field or directive, or a field of an input object (spec 3.6.1, 3.10).</summary>
public sealed class InputValueDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;
    public GraphQLType Type { get; } = type;
    public string? Description { get; init; }
    /// <summary>The default as written; null where there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; init; }
    public string? DeprecationReason { get; set; }
    public InputValueDefinitionNode? SyntaxNode { get; init; }

    /// <summary>Must be given: non-null without a default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A directive (spec 3.13).</summary>
public sealed class DirectiveDefinition(string name)
{
    public string Name { get; } = name;
    public string? Description { get; init; }
    public string? DeprecationReason { get; init; }
    public bool IsRepeatable { get; init; }
    /// <summary>The locations as the specification names them, e.g. <c>FIELD</c>.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];
    public OrderedDictionary<string, InputValueDefinition> Arguments { get; } = [];
    public DirectiveDefinitionNode? SyntaxNode { get; init; }

    public DirectiveDefinition With(params ReadOnlySpan<InputValueDefinition> arguments)
    {
        foreach (var argument in arguments) Arguments.Add(argument.Name, argument);
        return this;
    }
}
