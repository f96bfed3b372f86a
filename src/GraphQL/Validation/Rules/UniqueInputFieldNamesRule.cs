using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once (spec 5.6.3).</summary>
public sealed class UniqueInputFieldNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueInputFieldNamesRule), context)
{
    private readonly Stack<Dictionary<string, NameNode>> _known = [];

    public override void EnterObjectValue(ObjectValueNode value) => _known.Push([]);

    public override void LeaveObjectValue(ObjectValueNode value) => _known.Pop();

    public override void EnterObjectField(ObjectFieldNode field)
    {
        var name = field.Name;
        if (!_known.Peek().TryAdd(name.Value, name))
            Report($"There can be only one input field named \"{name}\".", _known.Peek()[name.Value], name);
    }
}
