namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The variables of one request, coerced (spec 6.1.2). One that was neither given nor has a default is absent.</summary>
public sealed class CoercedVariables(IReadOnlyDictionary<string, InputValue> values)
{
    public static readonly CoercedVariables None = new(new Dictionary<string, InputValue>());

    public IReadOnlyDictionary<string, InputValue> Values { get; } = values;

    /// <summary>The value at the place of an origin; null where this request has none there.</summary>
    public InputValue? Find(VariableOrigin origin)
    {
        var value = Values.GetValueOrDefault(origin.Name);
        foreach (object step in origin.Path)
        {
            value = (value, step) switch
            {
                (ObjectInput fields, string name) => fields.Fields.GetValueOrDefault(name),
                (ListInput list, int index) when index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }
        return value;
    }
}
