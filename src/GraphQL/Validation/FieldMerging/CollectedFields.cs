using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.FieldMerging;

/// <summary>A field with the type it is selected on.</summary>
internal sealed class SelectedField(FieldNode node, NamedType? parentType)
{
    internal FieldNode Node { get; } = node;
    internal NamedType? ParentType { get; } = parentType;
    /// <summary>null where the field or its parent is unknown, and for meta-fields.</summary>
    internal GraphQLType? Type { get; } = (parentType as ComplexType)?.Fields.GetValueOrDefault(node.Name.Value)?.Type;
    internal DirectiveNode? Stream { get; } = node.Directives.FirstOrDefault(directive => directive.Name.Value == "stream");

    internal bool IsSimple => Node.Arguments.Count == 0 && Node.SelectionSet is null && Stream is null;
}

/// <summary>The fields of a selection set by response key, those of its inline fragments among them, and the fragments that it
/// spreads, each once.</summary>
internal sealed class CollectedFields
{
    private CollectedFields()
    {
    }

    internal OrderedDictionary<string, List<SelectedField>> Fields { get; } = [];
    internal OrderedDictionary<string, FragmentDefinitionNode> Fragments { get; } = [];

    internal static CollectedFields Of(SelectionSetNode selections, NamedType? parentType, ValidationContext context)
    {
        var collected = new CollectedFields();
        collected.Add(selections, parentType, context);
        return collected;
    }

    /// <summary>Recurses into inline fragments only, as deep as the parser lets them nest.</summary>
    private void Add(SelectionSetNode selections, NamedType? parentType, ValidationContext context)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!Fields.TryGetValue(field.ResponseKey, out var same)) Fields[field.ResponseKey] = same = [];
                    same.Add(new SelectedField(field, parentType));
                    break;
                case FragmentSpreadNode spread:
                    if (context.Fragments.Find(spread.Name.Value) is { } definition) Fragments.TryAdd(spread.Name.Value, definition);
                    break;
                case InlineFragmentNode fragment:
                    var type = fragment.TypeCondition is { } condition ? context.Schema.TypeOf(condition) as NamedType : parentType;
                    Add(fragment.SelectionSet, type, context);
                    break;
            }
        }
    }
}
