using System.Text.Json;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>JSON values of variables as values of their type (spec 3.5 to 3.12 "input coercion"). All that is wrong is reported,
/// each with its place. Recurses no deeper than <see cref="JsonDepth"/> allowed before.</summary>
internal sealed class JsonCoercion(VariableLimits limits, Action<string, InputPath?> report, Func<bool> isOver)
{
    /// <summary>The value; null when it was refused.</summary>
    internal InputValue? Coerce(JsonElement value, GraphQLType type, VariableOrigin origin, InputPath? path = null)
    {
        if (isOver()) return null;
        bool isNull = value.ValueKind == JsonValueKind.Null;
        return type switch
        {
            NonNullType when isNull => Refuse($"Expected value of non-null type \"{type}\" not to be null.", path),
            NonNullType nonNull => Coerce(value, nonNull.Inner, origin, path),
            _ when isNull => new NullInput(origin),
            ListType list => OfList(value, list, origin, path),
            InputObjectType input => OfObject(value, input, origin, path),
            _ => OfLeaf(value, type.Named, origin, path),
        };
    }

    private ListInput? OfList(JsonElement value, ListType type, VariableOrigin origin, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Coerce(value, type.Item, origin.Item(0), path) is { } single ? new ListInput([single], origin) : null;
        int length = value.GetArrayLength();
        if (length > limits.MaxListItems) throw OperationBudget.TooManyItems(limits.MaxListItems);
        var items = new List<InputValue>(length);
        int index = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (Coerce(element, type.Item, origin.Item(index), new InputPath(path, index)) is { } item) items.Add(item);
            index++;
        }
        return items.Count == index ? new ListInput(items, origin) : null;
    }

    private ObjectInput? OfObject(JsonElement value, InputObjectType type, VariableOrigin origin, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return (ObjectInput?)Refuse($"Expected value of type \"{type}\" to be an object, found: {Inspection.Of(value)}.", path);
        var given = new Dictionary<string, JsonElement>();
        foreach (var property in value.EnumerateObject()) given[property.Name] = property.Value;

        var fields = new OrderedDictionary<string, InputValue>(type.Fields.Count);
        bool whole = true;
        foreach (var field in type.Fields.Values)
        {
            if (given.TryGetValue(field.Name, out var element))
            {
                var coerced = Coerce(element, field.Type, origin.Field(field.Name), new InputPath(path, field.Name));
                if (coerced is not null) fields.Add(field.Name, coerced);
                whole &= coerced is not null;
            }
            else if (field.DefaultValue is { } @default)
            {
                fields.Add(field.Name, LiteralCoercion.OfDefault(@default, field.Type));
            }
            else if (field.IsRequired)
            {
                Refuse(
                    $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Inspection.Of(value)}.", path);
                whole = false;
            }
        }
        whole &= RefuseUnknownFields(type, value, given, path);
        whole &= !type.IsOneOf || HasOneField(type, given, path);
        return whole ? new ObjectInput(type, fields, origin) : null;
    }

    private bool RefuseUnknownFields(
        InputObjectType type, JsonElement value, Dictionary<string, JsonElement> given, InputPath? path)
    {
        string? shown = null;
        foreach (string name in given.Keys)
        {
            if (type.Fields.ContainsKey(name)) continue;
            if (isOver()) return false;
            shown ??= Inspection.Of(value);
            Refuse(LiteralCoercion.UnknownField(type, Inspection.Cut(name), shown, limits.Suggest), path);
        }
        return shown is null;
    }

    private bool HasOneField(InputObjectType type, Dictionary<string, JsonElement> given, InputPath? path)
    {
        var known = given.Where(field => type.Fields.ContainsKey(field.Key)).ToList();
        if (known.Count == 1 && known[0].Value.ValueKind != JsonValueKind.Null) return true;
        Refuse(LiteralCoercion.OneOfMessage(type), known.Count == 1 ? new InputPath(path, known[0].Key) : path);
        return false;
    }

    private LeafValue? OfLeaf(JsonElement value, NamedType type, VariableOrigin origin, InputPath? path)
    {
        try
        {
            return new LeafValue(LeafCoercion.Of(value, type, limits.Suggest), type, origin);
        }
        catch (InputCoercionException refusal)
        {
            return (LeafValue?)Refuse(refusal.Message, path);
        }
    }

    private InputValue? Refuse(string message, InputPath? path)
    {
        report(message, path);
        return null;
    }
}
