using System.Text;

namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>
    /// Value[Const] : [if not Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    ///   | ListValue[?Const] | ObjectValue[?Const]
    /// </remarks>
    private ValueNode ParseValueLiteral(bool isConst) => _lexer.Kind switch
    {
        TokenKind.Dollar => isConst ? throw VariableInConstant() : ParseVariable(),
        TokenKind.Int => ParseInt(),
        TokenKind.Float => ParseFloat(),
        TokenKind.String or TokenKind.BlockString => ParseStringLiteral(),
        TokenKind.Name => ParseWord(),
        TokenKind.BracketLeft => ParseList(isConst),
        TokenKind.BraceLeft => ParseObject(isConst),
        _ => throw Unexpected(),
    };

    /// <remarks>Variable : $ Name</remarks>
    private VariableNode ParseVariable()
    {
        int start = _lexer.Start;
        Expect(TokenKind.Dollar);
        return new VariableNode { Name = ParseName(), Span = Since(start) };
    }

    private GraphQLSyntaxException VariableInConstant()
    {
        var dollar = _lexer;
        Advance();
        return Peek(TokenKind.Name)
            ? GraphQLSyntaxException.At(_source, dollar.Start, $"Unexpected variable \"${_lexer.NameForError}\" in constant value.")
            : UnexpectedAt(dollar);
    }

    private IntValueNode ParseInt()
    {
        int start = _lexer.Start;
        string number = Encoding.ASCII.GetString(_lexer.Text);
        Advance();
        return new IntValueNode(number) { Span = Since(start) };
    }

    private FloatValueNode ParseFloat()
    {
        int start = _lexer.Start;
        string number = Encoding.ASCII.GetString(_lexer.Text);
        Advance();
        return new FloatValueNode(number) { Span = Since(start) };
    }

    private StringValueNode ParseStringLiteral()
    {
        int start = _lexer.Start;
        bool isBlock = Peek(TokenKind.BlockString);
        string value = _lexer.ReadStringValue();
        Advance();
        return new StringValueNode(value, isBlock) { Span = Since(start) };
    }

    /// <remarks>
    /// BooleanValue : one of `true` `false`
    /// NullValue : `null`
    /// EnumValue : Name but not `true` or `false` or `null`
    /// </remarks>
    private ValueNode ParseWord()
    {
        int start = _lexer.Start;
        string word = NameCache.Get(_lexer.Text);
        Advance();
        return word switch
        {
            "true" => new BooleanValueNode(true) { Span = Since(start) },
            "false" => new BooleanValueNode(false) { Span = Since(start) },
            "null" => new NullValueNode { Span = Since(start) },
            _ => new EnumValueNode(word) { Span = Since(start) },
        };
    }

    /// <remarks>ListValue[Const] : [ ] | [ Value[?Const]+ ]</remarks>
    private ListValueNode ParseList(bool isConst)
    {
        EnterNested();
        int start = _lexer.Start;
        var items = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst ? static (ref p) => p.ParseValueLiteral(isConst: true) : static (ref p) => p.ParseValueLiteral(isConst: false),
            TokenKind.BracketRight);
        LeaveNested();
        return new ListValueNode(items) { Span = Since(start) };
    }

    /// <remarks>ObjectValue[Const] : { } | { ObjectField[?Const]+ }</remarks>
    private ObjectValueNode ParseObject(bool isConst)
    {
        EnterNested();
        int start = _lexer.Start;
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConst ? static (ref p) => p.ParseObjectField(isConst: true) : static (ref p) => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight);
        LeaveNested();
        return new ObjectValueNode(fields) { Span = Since(start) };
    }

    /// <remarks>ObjectField[Const] : Name : Value[?Const]</remarks>
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        int start = _lexer.Start;
        return new ObjectFieldNode { Name = ParseName(), Value = ParseValueAfterColon(isConst), Span = Since(start) };
    }

    private ValueNode ParseValueAfterColon(bool isConst)
    {
        Expect(TokenKind.Colon);
        return ParseValueLiteral(isConst);
    }

    /// <remarks>DefaultValue : = Value[Const]</remarks>
    private ValueNode? ParseDefaultValue() => TrySkip(TokenKind.EqualsSign) ? ParseValueLiteral(isConst: true) : null;
}
