using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>What a literal was refused for, and where.</summary>
/// <param name="Node">The part of the literal.</param>
/// <param name="Path">The same part as seen from the whole value.</param>
internal readonly record struct LiteralError(string Message, SyntaxNode Node, InputPath? Path);

/// <summary>Literals as values of their type (spec 3.5 to 3.12 "input coercion", 5.6). One walk serves both validation, which
/// knows no variables and takes them as right, and execution, which does. Recurses as deep as the parser lets values nest.</summary>
/// <param name="variables">null where they are not known.</param>
internal sealed class LiteralCoercion(CoercedVariables? variables, bool suggest, Action<LiteralError> report)
{
    /// <summary>Defaults of fields left out are for execution; a schema's may lead in circles until it is validated.</summary>
    private bool _appliesDefaults = true;

    internal static void Validate(ValueNode literal, GraphQLType type, bool suggest, Action<LiteralError> report) =>
        new LiteralCoercion(null, suggest, report) { _appliesDefaults = false }.Coerce(literal, type);

    /// <summary>The value of a default, which has no variables and was validated with its schema or document.</summary>
    internal static InputValue OfDefault(ValueNode literal, GraphQLType type) =>
        new LiteralCoercion(null, suggest: false, error => throw new InputCoercionException(error.Message)).Coerce(literal, type)!;

    /// <summary>The value; null when it was refused, or is a variable that validation knows nothing of.</summary>
    internal InputValue? Coerce(ValueNode literal, GraphQLType type, InputPath? path = null) => (literal, type) switch
    {
        (VariableNode variable, _) => OfVariable(variable, type, path),
        (NullValueNode, NonNullType) => Refuse($"Expected value of non-null type \"{type}\" not to be null.", literal, path),
        (_, NonNullType nonNull) => Coerce(literal, nonNull.Inner, path),
        (NullValueNode, _) => new NullInput(InputOrigin.Literal),
        (_, ListType list) => OfList(literal, list, path),
        (_, InputObjectType input) => OfObject(literal, input, path),
        _ => OfLeaf(literal, type.Named, path),
    };

    private InputValue? OfVariable(VariableNode variable, GraphQLType type, InputPath? path)
    {
        if (variables is null) return null;
        string name = variable.Name.Value;
        var value = variables.Values.GetValueOrDefault(name);
        if (type.IsNonNull && value is null)
            return Refuse($"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.", variable, path);
        if (type.IsNonNull && value is NullInput)
            return Refuse($"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null.", variable, path);
        return value;
    }

    private ListInput? OfList(ValueNode literal, ListType type, InputPath? path)
    {
        if (literal is not ListValueNode list)
            return Coerce(literal, type.Item, path) is { } single ? new ListInput([single], single.Origin) : null;
        var items = new List<InputValue>(list.Items.Count);
        bool whole = true;
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (Coerce(list.Items[i], type.Item, new InputPath(path, i)) is { } item) items.Add(item);
            // A variable that was left out is null in a list (spec 3.11).
            else if (variables is not null && list.Items[i] is VariableNode variable && !type.Item.IsNonNull)
                items.Add(new NullInput(new VariableOrigin(variable.Name.Value)));
            else whole = false;
        }
        return whole ? new ListInput(items, InputOrigin.Literal) : null;
    }

    private ObjectInput? OfObject(ValueNode literal, InputObjectType type, InputPath? path)
    {
        if (literal is not ObjectValueNode written)
            return (ObjectInput?)Refuse(
                $"Expected value of type \"{type}\" to be an object, found: {Inspection.Of(literal)}.", literal, path);
        var given = new Dictionary<string, ObjectFieldNode>();
        foreach (var field in written.Fields) given[field.Name.Value] = field;

        var fields = new OrderedDictionary<string, InputValue>(type.Fields.Count);
        bool whole = true;
        foreach (var field in type.Fields.Values)
        {
            whole &= given.TryGetValue(field.Name, out var node) && !IsLeftOut(node.Value, type, field)
                ? AddField(fields, type, field, node.Value, literal, path)
                : AddDefault(fields, type, field, literal, path);
        }
        whole &= RefuseUnknownFields(type, written, path);
        whole &= !type.IsOneOf || HasOneField(type, written, path);
        return whole ? new ObjectInput(type, fields, InputOrigin.Literal) : null;
    }

    /// <summary>A field given a variable that has no value counts as not given (spec 3.10), if it may be left out.</summary>
    private bool IsLeftOut(ValueNode value, InputObjectType type, InputValueDefinition field) =>
        variables is not null && !type.IsOneOf && !field.IsRequired
        && value is VariableNode variable && !variables.Values.ContainsKey(variable.Name.Value);

    private bool AddField(
        OrderedDictionary<string, InputValue> fields, InputObjectType type, InputValueDefinition field, ValueNode value,
        ValueNode whole, InputPath? path)
    {
        if (type.IsOneOf && variables is not null && value is VariableNode variable
            && RefuseInOneOf(type, field, variable, whole, path)) return false;
        if (Coerce(value, field.Type, new InputPath(path, field.Name)) is not { } coerced) return false;
        fields.Add(field.Name, coerced);
        return true;
    }

    private bool AddDefault(
        OrderedDictionary<string, InputValue> fields, InputObjectType type, InputValueDefinition field, ValueNode whole, InputPath? path)
    {
        if (field.DefaultValue is { } @default)
        {
            if (_appliesDefaults) fields.Add(field.Name, OfDefault(@default, field.Type));
        }
        else if (field.IsRequired)
        {
            Refuse(
                $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Inspection.Of(whole)}.",
                whole, path);
            return false;
        }
        return true;
    }

    private bool RefuseUnknownFields(InputObjectType type, ObjectValueNode written, InputPath? path)
    {
        string? shown = null;
        foreach (var field in written.Fields)
        {
            string name = field.Name.Value;
            if (type.Fields.ContainsKey(name)) continue;
            shown ??= Inspection.Of(written);
            report(new(UnknownField(type, name, shown, suggest), field, path));
        }
        return shown is null;
    }

    internal static string UnknownField(InputObjectType type, string name, string shown, bool suggest)
    {
        string suggestion = suggest ? DidYouMean.Of(name, type.Fields.Keys) : "";
        return $"Expected value of type \"{type}\" not to include unknown field \"{name}\""
            + $"{(suggestion == "" ? ", found" : $".{suggestion} Found")}: {shown}.";
    }

    /// <summary>Whether the variable of a oneOf field has no value, or null (spec 3.10.1).</summary>
    private bool RefuseInOneOf(
        InputObjectType type, InputValueDefinition field, VariableNode variable, ValueNode whole, InputPath? path)
    {
        string name = variable.Name.Value;
        string? fault = variables!.Values.GetValueOrDefault(name) switch
        {
            null => "to provide a runtime value",
            NullInput => "not to be null",
            _ => null,
        };
        if (fault is null) return false;
        Refuse(
            $"Expected variable \"${name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" {fault}.",
            whole, path);
        return true;
    }

    private bool HasOneField(InputObjectType type, ObjectValueNode written, InputPath? path)
    {
        var known = written.Fields.Where(field => type.Fields.ContainsKey(field.Name.Value)).ToList();
        if (known.Count == 1 && known[0].Value is not NullValueNode) return true;
        Refuse(OneOfMessage(type), written, known.Count == 1 ? new InputPath(path, known[0].Name.Value) : path);
        return false;
    }

    internal static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    private LeafValue? OfLeaf(ValueNode literal, NamedType type, InputPath? path)
    {
        try
        {
            var readable = variables is null ? WithoutVariables(literal) : literal;
            return new LeafValue(LeafCoercion.Of(readable, type, suggest), type, InputOrigin.Literal);
        }
        catch (InputCoercionException refusal)
        {
            return (LeafValue?)Refuse(refusal.Message, literal, path);
        }
    }

    /// <summary>Validation takes variables inside a value of a scalar of the schema's own as right: null stands in for them.</summary>
    private static ValueNode WithoutVariables(ValueNode literal) => literal switch
    {
        VariableNode => new NullValueNode(),
        ListValueNode list => new ListValueNode([.. list.Items.Select(WithoutVariables)]),
        ObjectValueNode fields => new ObjectValueNode([.. fields.Fields
            .Where(field => field.Value is not VariableNode)
            .Select(field => new ObjectFieldNode { Name = field.Name, Value = WithoutVariables(field.Value) })]),
        _ => literal,
    };

    private InputValue? Refuse(string message, ValueNode node, InputPath? path)
    {
        report(new(message, node, path));
        return null;
    }
}
