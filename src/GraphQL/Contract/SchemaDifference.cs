namespace HomeroomGraph.GraphQL.Contract;

/// <summary>One difference between two schemas.</summary>
/// <param name="Coordinate">The element it is about, as a schema coordinate (spec 3.14); <c>schema</c> for the schema itself.</param>
/// <param name="Sentence">What is different, to be read after the coordinate.</param>
public sealed record SchemaDifference(DifferenceKind Kind, string Coordinate, string Sentence)
{
    /// <summary>What came or went and has no coordinate below the element's own: an interface of a type.</summary>
    public string? Member { get; init; }

    public Criticality Criticality => Kind.Criticality();

    public override string ToString() => $"{Coordinate}: {Sentence}";
}
