using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Validation.SchemaRules;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Whether a schema, declared in code or read from a document, is one (spec 3, "type validation" of each kind).</summary>
public static class SchemaValidator
{
    /// <summary>What is wrong; nothing if the schema is valid.</summary>
    /// <param name="source">The document that the schema was read from, for the places of errors.</param>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, SourceText? source = null)
    {
        var errors = new SchemaErrors();
        RootTypeRules.Check(schema, errors);
        DirectiveDefinitionRules.Check(schema, errors);
        var defaultCycles = new DefaultValueCycles(errors);
        foreach (var type in schema.Types.Values)
        {
            if (!IntrospectionTypes.IsIntrospectionType(type.Name))
                ReservedNames.Check(type.Name, errors, type.SyntaxNodes.FirstOrDefault());
            switch (type)
            {
                case ComplexType complex:
                    FieldRules.Check(complex, errors);
                    InterfaceRules.Check(complex, schema, errors);
                    break;
                case UnionType union:
                    UnionRules.Check(union, schema, errors);
                    break;
                case EnumType @enum:
                    EnumRules.Check(@enum, errors);
                    break;
                case InputObjectType input:
                    InputObjectRules.Check(input, errors);
                    defaultCycles.Check(input);
                    break;
            }
        }
        FiniteInputRules.Check(schema, errors);
        return errors.Locate(source);
    }
}
