using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Chooses arguments for fields where any of the right type would mean nothing.</summary>
internal interface IFieldArguments
{
    /// <summary>The arguments with their literals; null where they are chosen as everywhere.</summary>
    IReadOnlyList<(string Name, string Value)>? Of(NamedType parent, FieldDefinition field);

    /// <summary>A literal of a type.</summary>
    string Of(GraphQLType type, int depth = 0);

    /// <summary>A literal of a scalar.</summary>
    string OfScalar(string name);
}
