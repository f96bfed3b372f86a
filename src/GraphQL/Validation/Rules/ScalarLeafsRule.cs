using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Scalars and enums have no selections, all other fields have some (spec 5.3.3).</summary>
public sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(nameof(ScalarLeafsRule), context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Type is not { } type) return;
        string name = field.Name.Value;
        if (type.Named.IsLeaf)
        {
            if (field.SelectionSet is { } selections)
                Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selections);
        }
        else if (field.SelectionSet is null)
        {
            Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
    }
}
