using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Papers;

/// <summary>What is said of a paper (rule R1). Null: nothing is said, and a paper that is there stays as it is; given with null: it has none.</summary>
public sealed record PaperFields
{
    public string? Title { get; init; }
    public PaperKind? Kind { get; init; }

    /// <summary>A language tag.</summary>
    public string? Language { get; init; }

    public Given<string?>? Venue { get; init; }
    public Given<string?>? Issn { get; init; }
    public Given<string?>? Cn { get; init; }
    public Given<string?>? Volume { get; init; }
    public Given<string?>? Issue { get; init; }
    public Given<string?>? Pages { get; init; }

    /// <summary>However it is written.</summary>
    public Given<string?>? Doi { get; init; }

    /// <summary>Any day of what is known.</summary>
    public DateOnly? PublishedOn { get; init; }

    public DatePrecision? Precision { get; init; }
    public Given<string?>? Abstract { get; init; }

    /// <summary>All of them in their order.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>All of them in their order.</summary>
    public IReadOnlyList<PaperAuthorFields>? Authors { get; init; }

    public Given<RecordKey?>? Project { get; init; }
    public Given<RecordKey?>? Document { get; init; }

    /// <summary>The type of a CSL-JSON record.</summary>
    public string? CslType { get; init; }

    /// <summary>What a CSL-JSON record has more: an object, as text.</summary>
    public Given<string?>? Extra { get; init; }
}

/// <summary>What is said of an author.</summary>
/// <param name="Name">As printed; null: the teacher's name.</param>
/// <param name="Teacher">Who it is in the district; null: an outsider.</param>
/// <param name="Affiliation">The institution as printed.</param>
/// <param name="IsCorresponding">通讯作者.</param>
/// <param name="ExternalId">Under which scheme and name the person is known elsewhere.</param>
public sealed record PaperAuthorFields(string? Name, RecordKey? Teacher, string? Affiliation = null, bool IsCorresponding = false, string? ExternalId = null);
