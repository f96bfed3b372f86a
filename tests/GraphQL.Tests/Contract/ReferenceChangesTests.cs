using System.Text.Json;
using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.Testing;
using static HomeroomGraph.GraphQL.Contract.DifferenceKind;

namespace HomeroomGraph.GraphQL.Tests.Contract;

/// <summary>Our comparison against the reference's <c>findBreakingChanges</c> and <c>findDangerousChanges</c>.</summary>
public sealed class ReferenceChangesTests
{
    /// <summary>What a change of the reference may be called here.</summary>
    private static readonly Dictionary<string, DifferenceKind[]> KindsOf = new()
    {
        ["TYPE_REMOVED"] = [TypeRemoved],
        ["TYPE_CHANGED_KIND"] = [TypeKindChanged],
        ["TYPE_REMOVED_FROM_UNION"] = [UnionMemberRemoved],
        ["VALUE_REMOVED_FROM_ENUM"] = [EnumValueRemoved],
        ["REQUIRED_INPUT_FIELD_ADDED"] = [RequiredInputFieldAdded],
        ["IMPLEMENTED_INTERFACE_REMOVED"] = [InterfaceRemoved],
        ["FIELD_REMOVED"] = [FieldRemoved, InputFieldRemoved],
        ["FIELD_CHANGED_KIND"] = [FieldTypeChanged, InputFieldTypeChanged],
        ["REQUIRED_ARG_ADDED"] = [RequiredArgumentAdded],
        ["ARG_REMOVED"] = [ArgumentRemoved],
        ["ARG_CHANGED_KIND"] = [ArgumentTypeChanged],
        ["DIRECTIVE_REMOVED"] = [DirectiveRemoved],
        ["DIRECTIVE_ARG_REMOVED"] = [ArgumentRemoved],
        ["REQUIRED_DIRECTIVE_ARG_ADDED"] = [RequiredArgumentAdded],
        ["DIRECTIVE_REPEATABLE_REMOVED"] = [RepeatableRemoved],
        ["DIRECTIVE_LOCATION_REMOVED"] = [DirectiveLocationRemoved],
        ["VALUE_ADDED_TO_ENUM"] = [EnumValueAdded],
        ["TYPE_ADDED_TO_UNION"] = [UnionMemberAdded],
        ["OPTIONAL_INPUT_FIELD_ADDED"] = [OptionalInputFieldAdded],
        ["OPTIONAL_ARG_ADDED"] = [OptionalArgumentAdded],
        ["IMPLEMENTED_INTERFACE_ADDED"] = [InterfaceAdded],
        ["ARG_DEFAULT_VALUE_CHANGE"] = [DefaultValueChanged, DefaultValueRemoved, DefaultValueNeeded],
        ["INPUT_FIELD_DEFAULT_VALUE_CHANGE"] = [DefaultValueChanged, DefaultValueRemoved, DefaultValueNeeded],
    };

    /// <summary>Between all schemas of all cases: what the reference finds is found, and what breaks there breaks here. Of what is dangerous there
    /// only that is safe here which is optional; of what breaks here the reference does not see the roots and @oneOf, and calls a default
    /// that is missed dangerous.</summary>
    [Fact]
    public async Task What_breaks_for_the_reference_breaks_here()
    {
        var texts = DifferenceCase.All.SelectMany(@case => new[] { @case.Older, @case.Newer }).Distinct().ToList();
        var schemas = texts.ConvertAll(DifferenceCase.SchemaOf);
        var answer = await NodeScript.RunAsync("schema-changes.mjs", texts.ConvertAll(DifferenceCase.DocumentOf), TestContext.Current.CancellationToken);

        var wrong = answer.EnumerateArray().SelectMany(pair =>
        {
            int older = pair.GetProperty("older").GetInt32(), newer = pair.GetProperty("newer").GetInt32();
            return Deviations(pair, SchemaComparison.Compare(schemas[older], schemas[newer])).Select(text => $"{texts[older]} -> {texts[newer]}: {text}");
        });

        Assert.Equal(texts.Count * texts.Count, answer.GetArrayLength());
        Assert.Empty(wrong.Take(20));
    }

    private static IEnumerable<string> Deviations(JsonElement pair, IReadOnlyList<SchemaDifference> ours)
    {
        var left = ours.ToList();
        foreach (var (change, criticality) in Changes(pair, "breaking", Criticality.Breaking).Concat(Changes(pair, "dangerous", Criticality.Dangerous)))
        {
            var kinds = KindsOf[change.GetProperty("type").GetString()!];
            string description = change.GetProperty("description").GetString()!;
            var same = left.Find(difference => kinds.Contains(difference.Kind)
                && description.Contains(difference.Coordinate, StringComparison.Ordinal)
                && description.Contains(difference.Member ?? "", StringComparison.Ordinal));
            if (same is null) yield return $"not found: {description}";
            else if (same.Criticality < criticality && same.Kind is not (OptionalArgumentAdded or OptionalInputFieldAdded)) yield return $"not as bad: {description}";
            if (same is not null) left.Remove(same);
        }
        foreach (var more in left.Where(difference => difference.Criticality == Criticality.Breaking && difference.Kind is not (RootTypeRemoved or RootTypeChanged or OneOfAdded or DefaultValueNeeded)))
            yield return $"only here: {more}";
    }

    private static IEnumerable<(JsonElement Change, Criticality)> Changes(JsonElement pair, string name, Criticality criticality) =>
        pair.GetProperty(name).EnumerateArray().Select(change => (change, criticality));
}
