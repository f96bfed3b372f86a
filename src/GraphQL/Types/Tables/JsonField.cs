using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares fields of types whose values are objects in a JSON array (<see cref="TableTypeDescriptor{T}.Objects"/>).</summary>
public static class JsonField
{
    /// <summary>A member of the object, a scalar, an enum or a list of them, under the field's name; not there is as good as null.</summary>
    public static FieldDefinition Of(string name, GraphQLType type, string description) => new(name, type) { Description = description, Binding = new JsonMemberBinding() };
}
