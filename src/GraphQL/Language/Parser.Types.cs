namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>
    /// Type : NamedType | ListType | NonNullType
    /// NonNullType : NamedType ! | ListType !
    /// </remarks>
    private TypeNode ParseTypeReference()
    {
        int start = _lexer.Start;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return TrySkip(TokenKind.Bang) ? new NonNullTypeNode(type) { Span = Since(start) } : type;
    }

    /// <remarks>ListType : [ Type ]</remarks>
    private ListTypeNode ParseListType()
    {
        EnterNested();
        int start = _lexer.Start;
        Expect(TokenKind.BracketLeft);
        var item = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        LeaveNested();
        return new ListTypeNode(item) { Span = Since(start) };
    }

    /// <remarks>NamedType : Name</remarks>
    private NamedTypeNode ParseNamedType()
    {
        int start = _lexer.Start;
        return new NamedTypeNode(ParseName()) { Span = Since(start) };
    }

    private TypeNode ParseTypeAfterColon()
    {
        Expect(TokenKind.Colon);
        return ParseTypeReference();
    }
}
