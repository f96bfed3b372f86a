using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.FieldMerging;

/// <summary>Finds the fields of a selection set that can't be merged, as the reference does: fields are compared within the set,
/// between the set and each fragment it leads to, and between each two of these fragments, no pair twice. Every step is paid
/// for, so that the work is bounded whatever the document.</summary>
internal sealed class FieldConflicts(ValidationContext context)
{
    private readonly Budget _budget = new(context.Options.MaxFieldComparisons, "Too many fields answer under the same keys.");
    private readonly Dictionary<(SelectionSetNode, NamedType?), CollectedFields> _collected = [];
    private readonly PairSet<CollectedFields, FragmentDefinitionNode> _comparedWithFragment = new();
    private readonly PairSet<FragmentDefinitionNode, FragmentDefinitionNode> _comparedFragments = new();

    internal List<Conflict> Within(SelectionSetNode selections, NamedType? parentType)
    {
        var conflicts = new List<Conflict>();
        var collected = Collect(selections, parentType);
        foreach (var (key, same) in collected.Fields)
            for (int i = 0; i < same.Count; i++)
                for (int j = i + 1; j < same.Count; j++)
                    Compare(key, same[i], same[j], areExclusive: false, conflicts);

        var fragments = collected.Fragments.Values.ToList();
        for (int i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(collected, fragments[i], areExclusive: false, conflicts);
            for (int j = i + 1; j < fragments.Count; j++)
                CompareFragments(fragments[i], fragments[j], areExclusive: false, conflicts);
        }
        return conflicts;
    }

    /// <summary>A selection set stands at one place and so has one parent type; only where that is wrong, it may be seen as two.</summary>
    private CollectedFields Collect(SelectionSetNode selections, NamedType? parentType)
    {
        if (_collected.TryGetValue((selections, parentType), out var known)) return known;
        return _collected[(selections, parentType)] = CollectedFields.Of(selections, parentType, context);
    }

    private CollectedFields Collect(FragmentDefinitionNode fragment) =>
        Collect(fragment.SelectionSet, context.Schema.TypeOf(fragment.TypeCondition) as NamedType);

    private void CompareWithFragment(
        CollectedFields fields, FragmentDefinitionNode fragment, bool areExclusive, List<Conflict> conflicts)
    {
        StackGuard.Check();
        _budget.Spend(1);
        if (fields.Fields.Count == 0 || !_comparedWithFragment.Add(fields, fragment, areExclusive)) return;
        var ofFragment = Collect(fragment);
        if (fields == ofFragment) return;
        CompareBetween(fields, ofFragment, areExclusive, conflicts);
        foreach (var next in ofFragment.Fragments.Values) CompareWithFragment(fields, next, areExclusive, conflicts);
    }

    private void CompareFragments(
        FragmentDefinitionNode fragment1, FragmentDefinitionNode fragment2, bool areExclusive, List<Conflict> conflicts)
    {
        StackGuard.Check();
        _budget.Spend(2);
        if (fragment1 == fragment2 || !AddPair(fragment1, fragment2, areExclusive)) return;
        var (fields1, fields2) = (Collect(fragment1), Collect(fragment2));
        CompareBetween(fields1, fields2, areExclusive, conflicts);
        foreach (var next in fields2.Fragments.Values) CompareFragments(fragment1, next, areExclusive, conflicts);
        foreach (var next in fields1.Fragments.Values) CompareFragments(next, fragment2, areExclusive, conflicts);
    }

    /// <summary>The pair in either order is the same.</summary>
    private bool AddPair(FragmentDefinitionNode fragment1, FragmentDefinitionNode fragment2, bool areExclusive) =>
        fragment1.Span.Start <= fragment2.Span.Start
            ? _comparedFragments.Add(fragment1, fragment2, areExclusive)
            : _comparedFragments.Add(fragment2, fragment1, areExclusive);

    private void CompareBetween(CollectedFields fields1, CollectedFields fields2, bool areExclusive, List<Conflict> conflicts)
    {
        if (fields2.Fields.Count == 0) return;
        foreach (var (key, same1) in fields1.Fields)
        {
            _budget.Spend(1);
            if (!fields2.Fields.TryGetValue(key, out var same2)) continue;
            foreach (var field1 in same1)
                foreach (var field2 in same2)
                    Compare(key, field1, field2, areExclusive, conflicts);
        }
    }

    private void Compare(string key, SelectedField field1, SelectedField field2, bool areExclusive, List<Conflict> conflicts)
    {
        StackGuard.Check();
        _budget.Spend(2);
        if (FindConflict(key, field1, field2, areExclusive) is { } conflict) conflicts.Add(conflict);
    }

    private Conflict? FindConflict(string key, SelectedField field1, SelectedField field2, bool parentsAreExclusive)
    {
        var (node1, node2) = (field1.Node, field2.Node);
        bool sameName = node1.Name.Value == node2.Name.Value;
        if (field1.IsSimple && field2.IsSimple && ReferenceEquals(field1.Type, field2.Type) && sameName) return null;
        bool areExclusive = parentsAreExclusive
            || field1.ParentType is ObjectType && field2.ParentType is ObjectType && field1.ParentType != field2.ParentType;

        if (!areExclusive && !sameName)
            return Found($"\"{Inspection.Cut(node1.Name.Value)}\" and \"{Inspection.Cut(node2.Name.Value)}\" are different fields");
        if (!areExclusive && !ArgumentComparison.AreSame(node1.Arguments, node2.Arguments, _budget))
            return Found("they have differing arguments");
        if (field1.Stream is not null || field2.Stream is not null)
            return Found(StreamReason(field1.Stream, field2.Stream));
        if (field1.Type is { } type1 && field2.Type is { } type2 && HaveDifferentShapes(type1, type2))
            return Found($"they return conflicting types \"{type1}\" and \"{type2}\"");
        if (node1.SelectionSet is null || node2.SelectionSet is null) return null;

        var conflicts = new List<Conflict>();
        CompareSubfields(
            Collect(node1.SelectionSet, field1.Type?.Named), Collect(node2.SelectionSet, field2.Type?.Named), areExclusive, conflicts);
        return conflicts.Count == 0 ? null : Conflict.OfSubfields(key, conflicts, node1, node2);

        Conflict Found(string reason) => new(key, reason, [node1], [node2]);
    }

    private void CompareSubfields(CollectedFields fields1, CollectedFields fields2, bool areExclusive, List<Conflict> conflicts)
    {
        CompareBetween(fields1, fields2, areExclusive, conflicts);
        foreach (var fragment2 in fields2.Fragments.Values) CompareWithFragment(fields1, fragment2, areExclusive, conflicts);
        foreach (var fragment1 in fields1.Fragments.Values) CompareWithFragment(fields2, fragment1, areExclusive, conflicts);
        foreach (var fragment1 in fields1.Fragments.Values)
            foreach (var fragment2 in fields2.Fragments.Values)
                CompareFragments(fragment1, fragment2, areExclusive, conflicts);
    }

    private string StreamReason(DirectiveNode? stream1, DirectiveNode? stream2) => "they have overlapping stream directives"
        + (stream1 is not null && stream2 is not null && ArgumentComparison.AreSame(stream1.Arguments, stream2.Arguments, _budget)
            ? ". See https://github.com/graphql/defer-stream-wg/discussions/100"
            : "");

    /// <summary>Lists, non-null and leaves must agree; composite types may differ, their fields are compared (spec 5.3.2,
    /// SameResponseShape).</summary>
    private static bool HaveDifferentShapes(GraphQLType type1, GraphQLType type2) => (type1, type2) switch
    {
        (ListType list1, ListType list2) => HaveDifferentShapes(list1.Item, list2.Item),
        (ListType, _) or (_, ListType) => true,
        (NonNullType nonNull1, NonNullType nonNull2) => HaveDifferentShapes(nonNull1.Inner, nonNull2.Inner),
        (NonNullType, _) or (_, NonNullType) => true,
        _ => (type1.IsLeaf || type2.IsLeaf) && type1 != type2,
    };
}
