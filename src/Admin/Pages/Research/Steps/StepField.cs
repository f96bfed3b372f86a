namespace HomeroomGraph.Admin.Pages.Research.Steps;

/// <summary>How a field of a form is filled in.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Texts, one in each line.</summary>
    Lines,

    Date,

    /// <summary>One of some words of the contract.</summary>
    Choice,

    /// <summary>A file, which goes up first; the field is the document's id.</summary>
    File,

    /// <summary>Teachers, of the school and of others.</summary>
    People,

    /// <summary>One teacher of the school.</summary>
    Person,

    /// <summary>All members beside the leader, with their duties.</summary>
    Team,
}

/// <summary>A field of a step's form, by the contract's name of it.</summary>
/// <param name="Name">As in the mutation's input.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Required">Nothing is sent without it.</param>
/// <param name="Choices">The words of a choice, as the contract writes them.</param>
/// <param name="Family">Whose texts name them: <c>Decision</c> for <c>Decision.APPROVED</c>.</param>
/// <param name="Today">Begins as today.</param>
public sealed record StepField(
    string Name, FieldKind Kind, bool Required = false, IReadOnlyList<string>? Choices = null, string? Family = null, bool Today = false)
{
    /// <summary>What a document is, where the field is one.</summary>
    public string Category { get; init; } = "REPORT";
}
