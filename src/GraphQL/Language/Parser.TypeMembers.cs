namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>ImplementsInterfaces : implements &amp;? NamedType (&amp; NamedType)*</remarks>
    private IReadOnlyList<NamedTypeNode> ParseImplementsInterfaces() =>
        TrySkipKeyword("implements"u8) ? DelimitedMany(TokenKind.Ampersand, static (ref p) => p.ParseNamedType()) : [];

    /// <remarks>FieldsDefinition : { FieldDefinition+ }</remarks>
    private IReadOnlyList<FieldDefinitionNode> ParseFieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseFieldDefinition(), TokenKind.BraceRight);

    /// <remarks>FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?</remarks>
    private FieldDefinitionNode ParseFieldDefinition()
    {
        int start = _lexer.Start;
        return new FieldDefinitionNode
        {
            Description = ParseDescription(),
            Name = ParseName(),
            Arguments = ParseArgumentDefinitions(),
            Type = ParseTypeAfterColon(),
            Directives = ParseDirectives(isConst: true),
            Span = Since(start),
        };
    }

    /// <remarks>ArgumentsDefinition : ( InputValueDefinition+ )</remarks>
    private IReadOnlyList<InputValueDefinitionNode> ParseArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, static (ref p) => p.ParseInputValueDefinition(), TokenKind.ParenRight);

    /// <remarks>InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?</remarks>
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        int start = _lexer.Start;
        return new InputValueDefinitionNode
        {
            Description = ParseDescription(),
            Name = ParseName(),
            Type = ParseTypeAfterColon(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            Span = Since(start),
        };
    }

    /// <remarks>EnumValueDefinition : Description? EnumValue Directives[Const]?</remarks>
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        int start = _lexer.Start;
        return new EnumValueDefinitionNode
        {
            Description = ParseDescription(),
            Name = ParseEnumValueName(),
            Directives = ParseDirectives(isConst: true),
            Span = Since(start),
        };
    }

    /// <remarks>EnumValue : Name but not `true` or `false` or `null`</remarks>
    private NameNode ParseEnumValueName()
    {
        bool isReserved = PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8);
        return isReserved
            ? throw Error($"{_lexer.Describe()} is reserved and cannot be used for an enum value.")
            : ParseName();
    }
}
