using System.Globalization;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>An object in memory; its C# type's name is the name of its object type.</summary>
/// <param name="Key">How it was reached: what its fields are made of.</param>
internal abstract record MadeObject(string Key);

internal sealed record Cat(string Key) : MadeObject(Key);

internal sealed record Person(string Key) : MadeObject(Key);

internal sealed record Stone(string Key) : MadeObject(Key);

/// <summary>Of no type of the schema.</summary>
internal sealed record Nobody(string Key) : MadeObject(Key);

/// <summary>Resolvers whose values follow from how a field was reached and from its arguments, and from nothing else: reference.mjs makes the same
/// values by the same rules. Some fail, are null where none may be, or are of a wrong type.</summary>
internal static class MadeValues
{
    /// <summary>What the fields of a request's root were called with, one after the other.</summary>
    internal sealed class Calls(string seed) : IServiceProvider
    {
        public string Seed { get; } = seed;
        public int Count { get; set; }
        public object? GetService(Type serviceType) => serviceType == typeof(Calls) ? this : null;
    }

    /// <summary>Gives every field of the schema such a resolver; those of the mutation's root count how many were called before.</summary>
    public static void Bind(Schema schema)
    {
        foreach (var type in schema.Types.Values.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields.Values)
            {
                field.Binding = type == schema.Mutation
                    ? new AsyncResolverBinding(context => Task.FromResult(Of(schema, field, context, $"{((Calls)context.Services!).Count++}")))
                    : new ResolverBinding(context => Of(schema, field, context, ""));
            }
        }
    }

    private static object? Of(Schema schema, FieldDefinition field, ResolverContext context, string before)
    {
        string parent = (context.Parent as MadeObject)?.Key ?? ((Calls)context.Services!).Seed;
        string arguments = JavaScriptJson.Of(context.Arguments);
        return Of(schema, field.Type, $"{parent}.{before}{field.Name}{arguments}");
    }

    private static object? Of(Schema schema, GraphQLType type, string key)
    {
        uint chance = Hash(key);
        uint percent = chance % 100;
        if (percent < 3) throw new InvalidOperationException("made to fail");
        uint none = type.IsNonNull ? 5u : 15u;
        if (percent < none) return null;
        bool wrong = percent < none + 2;
        return type.Nullable switch
        {
            ListType when wrong => "no list",
            ListType list => Enumerable.Range(0, (int)(chance / 100 % 4)).Select(i => Of(schema, list.Item, string.Create(CultureInfo.InvariantCulture, $"{key}/{i}"))).ToList(),
            EnumType @enum => wrong ? "WRONG" : @enum.Values.GetAt((int)(chance / 100 % (uint)@enum.Values.Count)).Key,
            ScalarType { Name: "Int" } => wrong ? 3_000_000_000L : (int)(chance / 100 % 1000),
            ScalarType { Name: "Float" } => wrong ? double.NaN : chance / 100 % 1000 / 8.0,
            ScalarType { Name: "Boolean" } => chance / 100 % 2 == 0,
            ScalarType => key,
            _ => Object(schema, type.Named, key, wrong ? null : chance / 100),
        };
    }

    private static MadeObject Object(Schema schema, NamedType type, string key, uint? chance)
    {
        var possible = schema.PossibleTypes(type).Select(o => o.Name).Order(StringComparer.Ordinal).ToList();
        return (chance is null ? "" : possible[(int)(chance % (uint)possible.Count)]) switch
        {
            "Cat" => new Cat(key),
            "Person" => new Person(key),
            "Stone" => new Stone(key),
            _ => new Nobody(key),
        };
    }

    /// <summary>FNV-1a of the UTF-16 code units, mixed well.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char unit in text) hash = unchecked((hash ^ unit) * 16777619);
        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return hash ^ (hash >> 16);
    }
}
