namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A person or a body as a record names one: a family name with a given name, or a <see cref="Literal"/>, which is never taken apart.
/// </summary>
/// <remarks>Source: CSL-JSON, name variables.</remarks>
public sealed record ReferenceName
{
    public string? Family { get; init; }
    public string? Given { get; init; }

    /// <summary>Between the names, and left behind when the family name goes first: "de" of Alfred de Musset, as the French cite him.</summary>
    public string? DroppingParticle { get; init; }

    /// <summary>Stays with the family name: "van" of Vincent van Gogh.</summary>
    public string? NonDroppingParticle { get; init; }

    public string? Suffix { get; init; }

    /// <summary>A comma stands before the suffix where the name is written in its natural order.</summary>
    public bool HasCommaBeforeSuffix { get; init; }

    public string? Literal { get; init; }
    public string? Orcid { get; init; }

    /// <summary>Where a record that was read says that the person works; CSL-JSON has no place for it.</summary>
    internal string? Affiliation { get; init; }

    /// <param name="name">The name as it is printed: a body, or a Chinese name.</param>
    public static ReferenceName Of(string name) => new() { Literal = name };

    /// <summary>
    /// A person's name as it is printed: Chinese names without a space, family name first; others given name first, particles and suffix
    /// where they belong. <see cref="PaperAuthor.Name"/> is this.
    /// </summary>
    public string Printed
    {
        get
        {
            if (Literal is { Length: > 0 } literal) return literal;
            if (Scripts.HasHan(Family) || Scripts.HasHan(Given)) return Family + Given;
            var whole = string.Join(' ', new[] { Given, DroppingParticle, NonDroppingParticle, Family }.Where(part => part is { Length: > 0 }));
            return Suffix is { Length: > 0 } ? $"{whole}{(HasCommaBeforeSuffix ? ", " : " ")}{Suffix}" : whole;
        }
    }
}
