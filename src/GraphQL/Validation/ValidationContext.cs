using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>What rules know: the schema, the document, and the types of the place where the walk stands.</summary>
public sealed class ValidationContext
{
    private readonly ErrorCollector _errors;

    internal ValidationContext(Schema schema, DocumentNode document, ErrorCollector errors, ValidationOptions options)
    {
        (Schema, Document, Options, _errors) = (schema, document, options, errors);
        Fragments = new FragmentIndex(document, new Budget(options.MaxFragmentVisits, "The fragments lead to each other in too many ways."));
        Variables = new VariableUsages(this);
        Directives = new KnownDirectives(schema, document);
    }

    private ValidationContext(ValidationContext other)
    {
        (Schema, Document, Options, _errors) = (other.Schema, other.Document, other.Options, other._errors);
        (Fragments, Variables, Directives) = (other.Fragments, other.Variables, other.Directives);
    }

    /// <summary>The same for a walk of its own: it stands at a place of its own.</summary>
    internal ValidationContext ForAnotherWalk() => new(this);

    public Schema Schema { get; }

    /// <summary>False while a document that makes a schema is looked at by itself.</summary>
    public bool HasSchema => Schema != NoSchema;

    internal static Schema NoSchema { get; } = new(null, null, null, [], []);

    public DocumentNode Document { get; }
    public ValidationOptions Options { get; }

    internal FragmentIndex Fragments { get; }
    internal VariableUsages Variables { get; }
    internal KnownDirectives Directives { get; }

    /// <summary>Whether the walk is in a definition of the type system.</summary>
    public bool IsInTypeSystem { get; internal set; }

    /// <summary>The output type of the field, fragment or operation the walk is in; null where it is unknown.</summary>
    public GraphQLType? Type { get; internal set; }
    /// <summary>The composite type whose fields are being selected.</summary>
    public NamedType? ParentType { get; internal set; }
    public FieldDefinition? Field { get; internal set; }
    public DirectiveDefinition? Directive { get; internal set; }
    public InputValueDefinition? Argument { get; internal set; }
    /// <summary>The type expected of the value the walk is at.</summary>
    public GraphQLType? InputType { get; internal set; }
    /// <summary>The type expected of the list or object that value is a part of.</summary>
    public GraphQLType? ParentInputType { get; internal set; }
    /// <summary>The default of the argument or input field that value is given to.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    internal void Report(string rule, string message, ReadOnlySpan<SyntaxNode> nodes) => _errors.Add(rule, message, nodes);
}
