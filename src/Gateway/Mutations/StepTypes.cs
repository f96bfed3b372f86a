using HomeroomGraph.Data;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>Shows the steps of an area as data, and in the words of its mutations, from their one declaration.</summary>
internal static class StepTypes
{
    /// <summary>The type of an area's steps.</summary>
    /// <param name="actor">Who takes them.</param>
    /// <param name="viewerField">A field that says whether the viewer is one of those.</param>
    /// <param name="states">What the area's steps have beside: the states in which they can be done, and to which they lead.</param>
    public static ObjectType Of<TStep, TActor>(string name, string description, EnumType actor, string viewerField, params IEnumerable<FieldDefinition> states)
        where TStep : Step<TActor>
        where TActor : struct, Enum
    {
        var text = new NonNullType(BuiltInScalars.String);
        var step = new ObjectType(name) { Description = description };
        step.Add(MemoryField.Of<TStep>("name", text, "Its name, which is the mutation's where one mutation does it.", s => s.Name));
        step.Add(MemoryField.Of<TStep>("mutations", ListOf(BuiltInScalars.String), "The mutations that do it.", s => s.Mutations));
        step.Add(MemoryField.Of<TStep>("english", text, "What it does.", s => s.English));
        step.Add(MemoryField.Of<TStep>("chinese", text, "The same in Chinese, as a button says it.", s => s.Chinese));
        step.Add(MemoryField.Of<TStep>("by", ListOf(actor), $"Who may; one of them is enough. {viewerField} and the like say who the viewer is.", s => s.By.Select(NameOf)));
        foreach (var state in states) step.Add(state);
        step.Add(MemoryField.Of<TStep>("rules", ListOf(BuiltInScalars.String), "The codes of the rules that it has to meet; see rules.", s => s.Needs.Select(CodeOf)));
        return step;
    }

    /// <summary>A field of states.</summary>
    public static FieldDefinition States<TStep, TState>(TableSchemaBuilder schema, string name, string description, Func<TStep, IEnumerable<TState>> states)
        where TState : struct, Enum =>
        MemoryField.Of<TStep>(name, ListOf(schema.EnumTypeOf<TState>()), description, step => states(step).Select(NameOf));

    /// <summary>The root field that lists an area's steps.</summary>
    public static FieldDefinition Root<TStep>(string name, string description, ObjectType step, IReadOnlyList<TStep> all) => new(name, ListOf(step))
    {
        Description = description,
        Binding = new ResolverBinding(_ => all),
    };

    /// <summary>States in a sentence; nothing where there are none.</summary>
    /// <param name="beginning">Of the sentence.</param>
    public static string Sentence<TState>(string beginning, string between, IReadOnlyCollection<TState> states)
        where TState : struct, Enum => states.Count == 0 ? "" : $" {beginning} {string.Join(between, states.Select(NameOf))}.";

    /// <summary>The rules that a step has to meet, as a sentence; nothing where there are none.</summary>
    public static string Rules<TActor>(Step<TActor> step)
        where TActor : struct, Enum => step.Needs.Length == 0 ? "" : $" Rules: {string.Join(", ", step.Needs.Select(CodeOf))}.";

    /// <summary>A value's name in the schema.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => EnumText<TEnum>.Of(value).ToUpperInvariant();

    private static string CodeOf(string need) => RuleTable.Of(need).Code;

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));
}
