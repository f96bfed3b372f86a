namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>Document : Definition+</remarks>
    private DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do definitions.Add(ParseDefinition()); while (!Peek(TokenKind.EndOfFile));
        return new DocumentNode(definitions) { Span = new SourceSpan(0, _lexer.End) };
    }

    /// <remarks>
    /// Definition : ExecutableDefinition | TypeSystemDefinition | TypeSystemExtension
    /// ExecutableDefinition : OperationDefinition | FragmentDefinition
    /// TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    /// </remarks>
    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft)) return ParseShorthandQuery();

        var keyword = _lexer;
        bool hasDescription = PeekDescription();
        if (hasDescription) keyword.MoveNext();
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
            throw Error("Unexpected description, descriptions are not supported on shorthand queries.");
        if (keyword.Kind != TokenKind.Name) throw UnexpectedAt(keyword);

        var word = keyword.Text;
        if (OperationKindOf(word) is not null) return ParseOperationDefinition();
        if (word.SequenceEqual("fragment"u8)) return ParseFragmentDefinition();
        if (TypeSystemKeywordOf(word) is { } typeSystem) return ParseTypeSystemDefinition(typeSystem);
        if (hasDescription) throw Error("Unexpected description, only GraphQL definitions support descriptions.");
        if (word.SequenceEqual("extend"u8)) return ParseTypeSystemExtension();
        throw Unexpected();
    }

    private readonly bool PeekDescription() => Peek(TokenKind.String) || Peek(TokenKind.BlockString);

    /// <remarks>Description : StringValue</remarks>
    private StringValueNode? ParseDescription() => PeekDescription() ? ParseStringLiteral() : null;

    private NameNode ParseName()
    {
        int start = _lexer.Start;
        string name = Peek(TokenKind.Name) ? NameCache.Get(_lexer.Text) : "";
        Expect(TokenKind.Name);
        return new NameNode(name) { Span = Since(start) };
    }

    private readonly GraphQLSyntaxException UnexpectedAt(Utf8Lexer token) =>
        GraphQLSyntaxException.At(_source, token.Start, $"Unexpected {token.Describe()}.");
}
