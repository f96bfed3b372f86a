namespace HomeroomGraph.GraphQL.Language;

/// <summary>Reads a document, a value or a type by recursive descent: a method for each production of the grammar (spec
/// appendix C), which stands above it. It reads bytes and knows one token ahead; no input, however made, takes more stack or
/// memory than the limits allow.</summary>
public ref partial struct Parser
{
    private readonly SourceText _source;
    private readonly ParserLimits _limits;
    private Utf8Lexer _lexer;
    private int _lastEnd;
    private int _tokens;
    private int _depth;
    private int _fields;
    private int _aliases;

    private Parser(SourceText source, ParserLimits? limits)
    {
        _source = source;
        _limits = limits ?? ParserLimits.Default;
        _lexer = new Utf8Lexer(source);
        Advance();
    }

    /// <summary>Parses a whole document.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a document, or goes over a limit.</exception>
    public static DocumentNode Parse(SourceText source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        return parser.ParseDocument();
    }

    /// <summary>Parses a single value, variables allowed.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a value, or goes over a limit.</exception>
    public static ValueNode ParseValue(SourceText source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var value = parser.ParseValueLiteral(isConst: false);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses a single reference to a type, e.g. <c>[Int!]!</c>.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a type, or goes over a limit.</exception>
    public static TypeNode ParseType(SourceText source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private void Advance()
    {
        _lastEnd = _lexer.End;
        _lexer.MoveNext();
        if (_lexer.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
            throw LimitExceeded($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.");
    }

    private readonly bool Peek(TokenKind kind) => _lexer.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) => Peek(TokenKind.Name) && _lexer.Text.SequenceEqual(keyword);

    private void Expect(TokenKind kind)
    {
        if (!Peek(kind)) throw Error($"Expected {kind.Describe()}, found {_lexer.Describe()}.");
        Advance();
    }

    private void ExpectKeyword(string keyword, ReadOnlySpan<byte> utf8)
    {
        if (!TrySkipKeyword(utf8)) throw Error($"Expected \"{keyword}\", found {_lexer.Describe()}.");
    }

    private bool TrySkip(TokenKind kind)
    {
        if (!Peek(kind)) return false;
        Advance();
        return true;
    }

    private bool TrySkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private readonly SourceSpan Since(int start) => new(start, _lastEnd);

    /// <summary>Every production that can contain itself goes through here, before it reads its opening token.</summary>
    private void EnterNested()
    {
        if (++_depth > _limits.MaxDepth)
            throw LimitExceeded($"Document is nested deeper than {_limits.MaxDepth} levels. Parsing aborted.");
    }

    private void LeaveNested() => _depth--;

    private readonly GraphQLSyntaxException Unexpected() => Error($"Unexpected {_lexer.Describe()}.");

    private readonly GraphQLSyntaxException Error(string message) => GraphQLSyntaxException.At(_source, _lexer.Start, message);

    private readonly GraphQLSyntaxException LimitExceeded(string message) =>
        GraphQLSyntaxException.LimitAt(_source, _lexer.Start, message);
}
