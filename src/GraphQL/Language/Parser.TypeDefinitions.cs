namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <remarks>
    /// ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    /// ScalarTypeExtension : extend scalar Name Directives[Const]
    /// </remarks>
    private ScalarTypeDefinitionNode ParseScalarType(DefinitionHead head)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(head, directives.Count > 0);
        return new ScalarTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Directives = directives,
            Span = Since(head.Start),
        };
    }

    /// <remarks>ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?</remarks>
    private ObjectTypeDefinitionNode ParseObjectType(DefinitionHead head)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(head, interfaces.Count + directives.Count + fields.Count > 0);
        return new ObjectTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Span = Since(head.Start),
        };
    }

    /// <remarks>InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?</remarks>
    private InterfaceTypeDefinitionNode ParseInterfaceType(DefinitionHead head)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(head, interfaces.Count + directives.Count + fields.Count > 0);
        return new InterfaceTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Span = Since(head.Start),
        };
    }

    /// <remarks>
    /// UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    /// UnionMemberTypes : = `|`? NamedType (`|` NamedType)*
    /// </remarks>
    private UnionTypeDefinitionNode ParseUnionType(DefinitionHead head)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = TrySkip(TokenKind.EqualsSign) ? DelimitedMany(TokenKind.Pipe, static (ref p) => p.ParseNamedType()) : [];
        RequireContent(head, directives.Count + types.Count > 0);
        return new UnionTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Directives = directives,
            Types = types,
            Span = Since(head.Start),
        };
    }

    /// <remarks>
    /// EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    /// EnumValuesDefinition : { EnumValueDefinition+ }
    /// </remarks>
    private EnumTypeDefinitionNode ParseEnumType(DefinitionHead head)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseEnumValueDefinition(), TokenKind.BraceRight);
        RequireContent(head, directives.Count + values.Count > 0);
        return new EnumTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Directives = directives,
            Values = values,
            Span = Since(head.Start),
        };
    }

    /// <remarks>
    /// InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    /// InputFieldsDefinition : { InputValueDefinition+ }
    /// </remarks>
    private InputObjectTypeDefinitionNode ParseInputObjectType(DefinitionHead head)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseInputValueDefinition(), TokenKind.BraceRight);
        RequireContent(head, directives.Count + fields.Count > 0);
        return new InputObjectTypeDefinitionNode
        {
            Description = head.Description,
            IsExtension = head.IsExtension,
            Name = name,
            Directives = directives,
            Fields = fields,
            Span = Since(head.Start),
        };
    }
}
