using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fields that are selected exist on their type (spec 5.3.1).</summary>
public sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(nameof(FieldsOnCorrectTypeRule), context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is not { } parent || Context.Field is not null) return;
        string name = field.Name.Value;
        Report($"Cannot query field \"{name}\" on type \"{parent}\".{(Context.Options.Suggest ? Suggestion(parent, name) : "")}", field);
    }

    private string Suggestion(NamedType parent, string name)
    {
        var types = TypesWith(parent, name);
        return types.Count > 0
            ? DidYouMean.Sentence([.. types.Select(type => type.Name)], "to use an inline fragment on")
            : DidYouMean.Of(name, (parent as ComplexType)?.Fields.Keys ?? Enumerable.Empty<string>());
    }

    /// <summary>The possible types that have the field, and interfaces of theirs that have it; those first that cover most.</summary>
    private List<ComplexType> TypesWith(NamedType parent, string name)
    {
        if (parent is ObjectType) return [];
        var covered = new OrderedDictionary<ComplexType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(parent).Where(type => type.Fields.ContainsKey(name)))
        {
            covered[possible] = 1;
            foreach (var @interface in possible.Interfaces.Where(type => type.Fields.ContainsKey(name)))
                covered[@interface] = covered.GetValueOrDefault(@interface) + 1;
        }
        var ordered = new List<ComplexType>();
        foreach (var type in covered.Keys) ordered.Insert(PlaceOf(type, ordered, covered), type);
        return ordered;
    }

    /// <summary>By halving: the comparison is not transitive, so the order hangs on the way of sorting, which is the reference's.</summary>
    private static int PlaceOf(ComplexType type, List<ComplexType> ordered, OrderedDictionary<ComplexType, int> covered)
    {
        int from = 0, to = ordered.Count;
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            if (Compare(type, ordered[middle], covered) < 0) to = middle;
            else from = middle + 1;
        }
        return from;
    }

    private static int Compare(ComplexType a, ComplexType b, OrderedDictionary<ComplexType, int> covered)
    {
        if (covered[a] != covered[b]) return covered[b] - covered[a];
        if (Schema.IsSubType(a, b)) return -1;
        return Schema.IsSubType(b, a) ? 1 : NaturalOrder.Instance.Compare(a.Name, b.Name);
    }
}
