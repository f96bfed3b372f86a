namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>OperationDefinition : SelectionSet</remarks>
    private OperationDefinitionNode ParseShorthandQuery()
    {
        int start = _lexer.Start;
        return new OperationDefinitionNode
        {
            Operation = OperationKind.Query,
            SelectionSet = ParseSelectionSet(),
            Span = Since(start),
        };
    }

    /// <remarks>OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet</remarks>
    private OperationDefinitionNode ParseOperationDefinition()
    {
        int start = _lexer.Start;
        return new OperationDefinitionNode
        {
            Description = ParseDescription(),
            Operation = ParseOperationType(),
            Name = Peek(TokenKind.Name) ? ParseName() : null,
            VariableDefinitions = ParseVariableDefinitions(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Span = Since(start),
        };
    }

    /// <remarks>OperationType : one of `query` `mutation` `subscription`</remarks>
    private OperationKind ParseOperationType()
    {
        var token = _lexer;
        Expect(TokenKind.Name);
        return OperationKindOf(token.Text) ?? throw UnexpectedAt(token);
    }

    private static OperationKind? OperationKindOf(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("query"u8) ? OperationKind.Query
        : word.SequenceEqual("mutation"u8) ? OperationKind.Mutation
        : word.SequenceEqual("subscription"u8) ? OperationKind.Subscription
        : null;

    /// <remarks>VariablesDefinition : ( VariableDefinition+ )</remarks>
    private IReadOnlyList<VariableDefinitionNode> ParseVariableDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, static (ref p) => p.ParseVariableDefinition(), TokenKind.ParenRight);

    /// <remarks>VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?</remarks>
    private VariableDefinitionNode ParseVariableDefinition()
    {
        int start = _lexer.Start;
        return new VariableDefinitionNode
        {
            Description = ParseDescription(),
            Variable = ParseVariable(),
            Type = ParseTypeAfterColon(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            Span = Since(start),
        };
    }

    /// <remarks>SelectionSet : { Selection+ }</remarks>
    private SelectionSetNode ParseSelectionSet()
    {
        EnterNested();
        int start = _lexer.Start;
        var selections = Many(TokenKind.BraceLeft, static (ref p) => p.ParseSelection(), TokenKind.BraceRight);
        LeaveNested();
        return new SelectionSetNode(selections) { Span = Since(start) };
    }

    /// <remarks>Selection : Field | FragmentSpread | InlineFragment</remarks>
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    /// <remarks>
    /// Field : Alias? Name Arguments? Directives? SelectionSet?
    /// Alias : Name :
    /// </remarks>
    private FieldNode ParseField()
    {
        if (++_fields > _limits.MaxFields)
            throw LimitExceeded($"Document contains more than {_limits.MaxFields} fields. Parsing aborted.");

        int start = _lexer.Start;
        var first = ParseName();
        if (Peek(TokenKind.Colon)) CountAlias(first);
        var second = TrySkip(TokenKind.Colon) ? ParseName() : null;
        return new FieldNode
        {
            Alias = second is null ? null : first,
            Name = second ?? first,
            Arguments = ParseArguments(isConst: false),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null,
            Span = Since(start),
        };
    }

    private void CountAlias(NameNode alias)
    {
        if (++_aliases > _limits.MaxAliases)
            throw LimitExceeded($"Document contains more than {_limits.MaxAliases} aliases. Parsing aborted.");
        if (alias.Value.Length > _limits.MaxAliasLength)
            throw LimitExceeded($"An alias is longer than {_limits.MaxAliasLength} characters. Parsing aborted.");
    }

    /// <remarks>
    /// FragmentSpread : ... FragmentName Directives?
    /// InlineFragment : ... TypeCondition? Directives? SelectionSet
    /// </remarks>
    private SelectionNode ParseFragment()
    {
        int start = _lexer.Start;
        Expect(TokenKind.Spread);
        bool hasTypeCondition = TrySkipKeyword("on"u8);
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode
            {
                Name = ParseName(),
                Directives = ParseDirectives(isConst: false),
                Span = Since(start),
            };
        }
        return new InlineFragmentNode
        {
            TypeCondition = hasTypeCondition ? ParseNamedType() : null,
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Span = Since(start),
        };
    }

    /// <remarks>FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet</remarks>
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        int start = _lexer.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment", "fragment"u8);
        return new FragmentDefinitionNode
        {
            Description = description,
            Name = ParseFragmentName(),
            TypeCondition = ParseTypeCondition(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Span = Since(start),
        };
    }

    /// <remarks>FragmentName : Name but not `on`</remarks>
    private NameNode ParseFragmentName() => PeekKeyword("on"u8) ? throw Unexpected() : ParseName();

    /// <remarks>TypeCondition : on NamedType</remarks>
    private NamedTypeNode ParseTypeCondition()
    {
        ExpectKeyword("on", "on"u8);
        return ParseNamedType();
    }

    /// <remarks>Arguments[Const] : ( Argument[?Const]+ )</remarks>
    private IReadOnlyList<ArgumentNode> ParseArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenLeft,
        isConst ? static (ref p) => p.ParseArgument(isConst: true) : static (ref p) => p.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    /// <remarks>Argument[Const] : Name : Value[?Const]</remarks>
    private ArgumentNode ParseArgument(bool isConst)
    {
        int start = _lexer.Start;
        return new ArgumentNode { Name = ParseName(), Value = ParseValueAfterColon(isConst), Span = Since(start) };
    }

    /// <remarks>Directives[Const] : Directive[?Const]+</remarks>
    private IReadOnlyList<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At)) return [];
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _limits.MaxDirectivesPerLocation)
                throw LimitExceeded($"More than {_limits.MaxDirectivesPerLocation} directives at one location. Parsing aborted.");
            directives.Add(ParseDirective(isConst));
        }
        return directives;
    }

    /// <remarks>Directive[Const] : @ Name Arguments[?Const]?</remarks>
    private DirectiveNode ParseDirective(bool isConst)
    {
        int start = _lexer.Start;
        Expect(TokenKind.At);
        return new DirectiveNode { Name = ParseName(), Arguments = ParseArguments(isConst), Span = Since(start) };
    }
}
