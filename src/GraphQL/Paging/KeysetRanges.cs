using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>The rows beyond a cursor. As one condition it is a disjunction as soon as directions differ or a term may be null, and then no index
/// condition: all rows before the cursor are read and thrown away. As ranges that have no row in common, each is the condition of an index in
/// this order, so a page deep in a list reads no more than the first.</summary>
internal sealed class KeysetRanges(IReadOnlyList<KeysetRanges.Step> steps)
{
    /// <summary>More are not worth a statement of that length.</summary>
    private const int MostRanges = 12;

    /// <summary>A term with the cursor's key.</summary>
    /// <param name="Down">What lies beyond is smaller.</param>
    public sealed record Step(OrderTerm Term, Slot Key, bool Down)
    {
        public SqlFragment Value => Term.Value;
    }

    /// <summary>As one condition.</summary>
    public Predicate Beyond() => Beyond(0);

    /// <summary>As ranges; one where the directions agree and no term may be null, which a comparison of tuples is.</summary>
    public IReadOnlyList<Predicate> Ranges() => Ranges(0);

    /// <summary>The same with the row of the cursor itself.</summary>
    public IReadOnlyList<Predicate> RangesWithTheRow()
    {
        if (Run(0) == steps.Count) return [Compare(0, steps.Count, orEqual: true)];
        var there = Predicate.And(steps.Select(step => step.Term.IsNullable
            ? Predicate.Of($"{step.Value} is not distinct from {step.Key}")
            : Predicate.Of($"{step.Value} = {step.Key}")));
        return [.. Ranges(0), there];
    }

    private Predicate Beyond(int from)
    {
        if (from + Run(from) == steps.Count) return Compare(from, steps.Count - from, orEqual: false);
        var past = Predicate.Or(Past(steps[from]));
        if (from == steps.Count - 1) return past;
        return Predicate.Or(past, Predicate.And(Predicate.Of($"{steps[from].Value} is not distinct from {steps[from].Key}"), Beyond(from + 1)));
    }

    private List<Predicate> Ranges(int from)
    {
        // What no index gives is computed for all rows: that once, and not in every range.
        if (!steps[from].Value.IsColumn) return [Beyond(from)];
        int run = Run(from), length = Math.Max(1, run);
        List<Predicate> ranges = run > 0 ? [Compare(from, length, orEqual: false)] : [.. Past(steps[from])];
        if (from + length == steps.Count) return ranges;

        var ties = Ties(from, length);
        var rest = Ranges(from + length);
        if (ranges.Count + (ties.Count * rest.Count) > MostRanges) rest = [Beyond(from + length)];
        ranges.AddRange(ties.SelectMany(tie => rest.Select(further => Predicate.And(tie, further))));
        return ranges;
    }

    /// <summary>How many terms from here on can be compared as one tuple: never null, and all in one direction.</summary>
    private int Run(int from) => steps.Skip(from).TakeWhile(step => !step.Term.IsNullable && step.Down == steps[from].Down).Count();

    /// <summary>One comparison of tuples: an index condition.</summary>
    private Predicate Compare(int from, int length, bool orEqual)
    {
        var left = SqlFragment.Join($", ", steps.Skip(from).Take(length).Select(step => step.Value));
        var right = SqlFragment.Join($", ", steps.Skip(from).Take(length).Select(step => SqlFragment.Of($"{step.Key}")));
        return (steps[from].Down, orEqual) switch
        {
            (true, false) => Predicate.Of($"({left}) < ({right})"),
            (false, false) => Predicate.Of($"({left}) > ({right})"),
            (true, true) => Predicate.Of($"({left}) <= ({right})"),
            (false, true) => Predicate.Of($"({left}) >= ({right})"),
        };
    }

    /// <summary>The value is past the key. Null counts as greater than every value.</summary>
    private static IEnumerable<Predicate> Past(Step step)
    {
        yield return step.Down ? Predicate.Of($"{step.Value} < {step.Key}") : Predicate.Of($"{step.Value} > {step.Key}");
        if (!step.Term.IsNullable) yield break;
        yield return step.Down
            ? Predicate.Of($"({step.Value} is not null and {step.Key} is null)")
            : Predicate.Of($"({step.Value} is null and {step.Key} is not null)");
    }

    /// <summary>The values are those of the keys; where a key may be null there are two forms, of which one is false at once.</summary>
    private List<Predicate> Ties(int from, int length)
    {
        var equal = Predicate.And(steps.Skip(from).Take(length).Select(step => Predicate.Of($"{step.Value} = {step.Key}")));
        return steps[from].Term.IsNullable ? [equal, Predicate.Of($"({steps[from].Value} is null and {steps[from].Key} is null)")] : [equal];
    }
}
