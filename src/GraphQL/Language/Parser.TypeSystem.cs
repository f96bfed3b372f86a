namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    private enum TypeSystemKeyword { Schema, Scalar, Type, Interface, Union, Enum, Input, Directive }

    private static TypeSystemKeyword? TypeSystemKeywordOf(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("schema"u8) ? TypeSystemKeyword.Schema
        : word.SequenceEqual("scalar"u8) ? TypeSystemKeyword.Scalar
        : word.SequenceEqual("type"u8) ? TypeSystemKeyword.Type
        : word.SequenceEqual("interface"u8) ? TypeSystemKeyword.Interface
        : word.SequenceEqual("union"u8) ? TypeSystemKeyword.Union
        : word.SequenceEqual("enum"u8) ? TypeSystemKeyword.Enum
        : word.SequenceEqual("input"u8) ? TypeSystemKeyword.Input
        : word.SequenceEqual("directive"u8) ? TypeSystemKeyword.Directive
        : null;

    private DefinitionNode ParseTypeSystemDefinition(TypeSystemKeyword keyword)
    {
        var head = new DefinitionHead(_lexer.Start, ParseDescription(), IsExtension: false);
        Advance();
        return ParseTypeSystemBody(keyword, head);
    }

    /// <remarks>TypeSystemExtension : extend (SchemaExtension | TypeExtension)</remarks>
    private DefinitionNode ParseTypeSystemExtension()
    {
        var keyword = _lexer;
        keyword.MoveNext();
        if (keyword.Kind != TokenKind.Name || TypeSystemKeywordOf(keyword.Text) is not { } kind) throw UnexpectedAt(keyword);
        var head = new DefinitionHead(_lexer.Start, Description: null, IsExtension: true);
        Advance();
        Advance();
        return ParseTypeSystemBody(kind, head);
    }

    /// <summary>What a definition and an extension begin with, up to and with their keyword.</summary>
    private readonly record struct DefinitionHead(int Start, StringValueNode? Description, bool IsExtension);

    private DefinitionNode ParseTypeSystemBody(TypeSystemKeyword keyword, DefinitionHead head) => keyword switch
    {
        TypeSystemKeyword.Schema => ParseSchema(head),
        TypeSystemKeyword.Scalar => ParseScalarType(head),
        TypeSystemKeyword.Type => ParseObjectType(head),
        TypeSystemKeyword.Interface => ParseInterfaceType(head),
        TypeSystemKeyword.Union => ParseUnionType(head),
        TypeSystemKeyword.Enum => ParseEnumType(head),
        TypeSystemKeyword.Input => ParseInputObjectType(head),
        _ => ParseDirectiveDefinition(head),
    };

    /// <summary>An extension says something: at least one of its parts is there.</summary>
    private readonly void RequireContent(DefinitionHead head, bool hasContent)
    {
        if (head.IsExtension && !hasContent) throw Unexpected();
    }

    /// <remarks>
    /// SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    /// SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ } | extend schema Directives[Const]
    /// </remarks>
    private SchemaDefinitionNode ParseSchema(DefinitionHead head)
    {
        var directives = ParseDirectives(isConst: true);
        var operationTypes = head.IsExtension && !Peek(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static (ref p) => p.ParseRootOperationType(), TokenKind.BraceRight);
        RequireContent(head, directives.Count + operationTypes.Count > 0);
        return new SchemaDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Directives = directives,
            OperationTypes = operationTypes,
            Span = Since(head.Start),
        };
    }

    /// <remarks>RootOperationTypeDefinition : OperationType : NamedType</remarks>
    private RootOperationTypeNode ParseRootOperationType()
    {
        int start = _lexer.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new RootOperationTypeNode { Operation = operation, Type = ParseNamedType(), Span = Since(start) };
    }

    /// <remarks>
    /// DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    /// DirectiveLocations : `|`? DirectiveLocation (`|` DirectiveLocation)*
    /// After the edition of September 2025: Directives[Const]? before repeatable, and extend directive @ Name Directives[Const]
    /// </remarks>
    private DirectiveDefinitionNode ParseDirectiveDefinition(DefinitionHead head)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = head.IsExtension ? [] : ParseArgumentDefinitions();
        var directives = ParseDirectives(isConst: true);
        RequireContent(head, directives.Count > 0);
        bool isRepeatable = !head.IsExtension && TrySkipKeyword("repeatable"u8);
        return new DirectiveDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Arguments = arguments,
            Directives = directives,
            IsRepeatable = isRepeatable,
            Locations = head.IsExtension ? [] : ParseDirectiveLocations(),
            Span = Since(head.Start),
        };
    }

    private List<NameNode> ParseDirectiveLocations()
    {
        ExpectKeyword("on", "on"u8);
        return DelimitedMany(TokenKind.Pipe, static (ref p) => p.ParseDirectiveLocation());
    }

    /// <remarks>DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation</remarks>
    private NameNode ParseDirectiveLocation()
    {
        var token = _lexer;
        var name = ParseName();
        return DirectiveLocations.Contains(name.Value) ? name : throw UnexpectedAt(token);
    }
}
