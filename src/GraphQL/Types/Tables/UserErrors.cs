using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Why a mutation refused what was asked: for the person who asked, with a code for programs. Its C# type's name is the name
/// of its object type.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Code">Stable, SCREAMING.</param>
public abstract record UserError(string Message, string Code)
{
    /// <summary>The part of the input that is wrong, from <c>input</c> down; empty where it is none in particular.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];
}

/// <summary>The interface that all errors of payloads implement, and the types that do.</summary>
public static class UserErrors
{
    private static readonly NonNullType Text = new(BuiltInScalars.String);

    internal static InterfaceType MakeInterface()
    {
        var type = new InterfaceType("Error") { Description = "Why a mutation refused what was asked." };
        foreach (var field in Fields()) type.Add(field);
        return type;
    }

    /// <summary>An object type for one kind of error.</summary>
    public static ObjectType ErrorType(this TableSchemaBuilder schema, string name, string description, params FieldDefinition[] more)
    {
        var type = new ObjectType(name) { Description = description };
        type.Interfaces.Add(schema.Error);
        foreach (var field in Fields()) type.Add(field);
        foreach (var field in more) type.Add(field);
        return type;
    }

    private static FieldDefinition[] Fields() =>
    [
        MemoryField.Of<UserError>("message", Text, "For people: what is wrong and what to do.", error => error.Message),
        MemoryField.Of<UserError>("code", Text, "For programs; it does not change.", error => error.Code),
        MemoryField.Of<UserError>("path", new NonNullType(new ListType(Text)), "The part of the input that is wrong.", error => error.Path),
    ];
}
