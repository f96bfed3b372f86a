using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>Makes a schema of a document in the schema definition language, extensions included (spec 3). The document has
/// passed <c>SdlValidator</c>; what then is still wrong with the schema, <c>SchemaValidator</c> says.</summary>
public sealed class SchemaBuilder
{
    private readonly ILookup<string, TypeDefinitionNode> _nodes;
    private readonly Dictionary<string, NamedType> _types = [];

    private SchemaBuilder(DocumentNode document)
    {
        // A definition stands before the extensions of its type, whatever the order in the document.
        _nodes = document.Definitions.OfType<TypeDefinitionNode>().OrderBy(node => node.IsExtension).ToLookup(node => node.Name.Value);
        foreach (var type in BuiltInScalars.All.Concat(IntrospectionTypes.All)) _types[type.Name] = type;
    }

    /// <exception cref="ArgumentException">The document refers to a type that it does not define.</exception>
    public static Schema FromDocument(DocumentNode document)
    {
        var builder = new SchemaBuilder(document);
        var types = builder.DeclareTypes(document);
        foreach (var type in types) builder.Fill(type);
        var schemaNodes = document.Definitions.OfType<SchemaDefinitionNode>().OrderBy(node => node.IsExtension).ToList();
        return new Schema(
            builder.RootType(schemaNodes, OperationKind.Query, "Query"),
            builder.RootType(schemaNodes, OperationKind.Mutation, "Mutation"),
            builder.RootType(schemaNodes, OperationKind.Subscription, "Subscription"),
            types,
            document.Definitions.OfType<DirectiveDefinitionNode>()
                .Where(node => !node.IsExtension).Select(node => builder.Directive(node, document)),
            schemaNodes.Find(node => !node.IsExtension)?.Description?.Value)
        {
            SyntaxNodes = schemaNodes,
        };
    }

    private List<NamedType> DeclareTypes(DocumentNode document)
    {
        var declared = new List<NamedType>();
        foreach (var node in document.Definitions.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension))
        {
            string name = node.Name.Value;
            if (!_types.ContainsKey(name))
            {
                _types[name] = Declare(node);
                _types[name].Description = node.Description?.Value;
                _types[name].SyntaxNodes = [.. _nodes[name]];
            }
            declared.Add(_types[name]);
        }
        return declared;
    }

    private static NamedType Declare(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => new ScalarType(node.Name.Value),
        ObjectTypeDefinitionNode => new ObjectType(node.Name.Value),
        InterfaceTypeDefinitionNode => new InterfaceType(node.Name.Value),
        UnionTypeDefinitionNode => new UnionType(node.Name.Value),
        EnumTypeDefinitionNode => new EnumType(node.Name.Value),
        InputObjectTypeDefinitionNode => new InputObjectType(node.Name.Value),
        _ => throw new ArgumentException($"{node.GetType().Name} defines no type.", nameof(node)),
    };

    private void Fill(NamedType type)
    {
        foreach (var node in type.SyntaxNodes)
        {
            switch (type, node)
            {
                case (ScalarType scalar, _):
                    scalar.SpecifiedByUrl = SdlDirectives.SpecifiedBy(node) ?? scalar.SpecifiedByUrl;
                    break;
                case (ComplexType complex, ComplexTypeDefinitionNode written):
                    complex.Interfaces.AddRange(written.Interfaces.Select(Named).OfType<InterfaceType>());
                    foreach (var field in written.Fields) complex.Fields[field.Name.Value] = Field(field);
                    break;
                case (UnionType union, UnionTypeDefinitionNode written):
                    union.Members.AddRange(written.Types.Select(Named).OfType<ObjectType>());
                    break;
                case (EnumType @enum, EnumTypeDefinitionNode written):
                    foreach (var value in written.Values) @enum.Values[value.Name.Value] = Value(value);
                    break;
                case (InputObjectType input, InputObjectTypeDefinitionNode written):
                    input.IsOneOf |= SdlDirectives.IsOneOf(written);
                    foreach (var field in written.Fields) input.Fields[field.Name.Value] = InputValue(field);
                    break;
            }
        }
    }

    private FieldDefinition Field(FieldDefinitionNode node) =>
        new FieldDefinition(node.Name.Value, TypeOf(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = SdlDirectives.DeprecationReason(node),
            SyntaxNode = node,
        }.With([.. node.Arguments.DistinctBy(argument => argument.Name.Value).Select(InputValue)]);

    private InputValueDefinition InputValue(InputValueDefinitionNode node) => new(node.Name.Value, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DefaultValue = node.DefaultValue,
        DeprecationReason = SdlDirectives.DeprecationReason(node),
        SyntaxNode = node,
    };

    private static EnumValue Value(EnumValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = SdlDirectives.DeprecationReason(node),
        SyntaxNode = node,
    };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node, DocumentNode document) =>
        new DirectiveDefinition(node.Name.Value)
        {
            Description = node.Description?.Value,
            DeprecationReason = document.Definitions.OfType<DirectiveDefinitionNode>()
                .Where(other => other.Name.Value == node.Name.Value)
                .Select(SdlDirectives.DeprecationReason)
                .FirstOrDefault(reason => reason is not null),
            IsRepeatable = node.IsRepeatable,
            Locations = [.. node.Locations.Select(location => location.Value)],
            SyntaxNode = node,
        }.With([.. node.Arguments.DistinctBy(argument => argument.Name.Value).Select(InputValue)]);

    /// <summary>The stated type of the operation; the one of the usual name where the document defines no schema (spec 3.3.1).</summary>
    private ObjectType? RootType(List<SchemaDefinitionNode> schemaNodes, OperationKind operation, string usualName)
    {
        var stated = schemaNodes.SelectMany(node => node.OperationTypes).LastOrDefault(type => type.Operation == operation);
        if (schemaNodes.All(node => node.IsExtension) && _nodes.Contains(usualName))
            return _types.GetValueOrDefault(usualName) as ObjectType;
        return stated is null ? null : Named(stated.Type) as ObjectType;
    }

    private GraphQLType TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(TypeOf(list.ItemType)),
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.InnerType)),
        _ => Named((NamedTypeNode)node),
    };

    private NamedType Named(NamedTypeNode node) => _types.GetValueOrDefault(node.Name.Value)
        ?? throw new ArgumentException($"Unknown type: \"{node.Name.Value}\".", nameof(node));
}
