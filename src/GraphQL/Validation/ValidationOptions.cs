namespace HomeroomGraph.GraphQL.Validation;

/// <summary>How far validation goes. The limits are on work, so that no document, however made, takes more than its share.</summary>
public sealed record ValidationOptions
{
    public static readonly ValidationOptions Default = new();

    /// <summary>After so many errors validation stops and says so.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether messages say which name may have been meant. They tell names of the schema: off for who may not read it.</summary>
    public bool Suggest { get; init; } = true;

    /// <summary>Steps from operations to fragments and from fragments to fragments, all rules together.</summary>
    public int MaxFragmentVisits { get; init; } = 50_000;

    /// <summary>Steps of comparing fields that answer under the same key (spec 5.3.2).</summary>
    public int MaxFieldComparisons { get; init; } = 500_000;

    /// <summary>Selection sets inside each other after fragments are spread; whatever follows fragments recurses that deep.</summary>
    public int MaxSpreadDepth { get; init; } = 128;

    /// <summary>The rules to check; those of the specification where nothing else is said.</summary>
    public IReadOnlyList<RuleEntry> Rules { get; init; } = ValidationRules.Specified;
}
