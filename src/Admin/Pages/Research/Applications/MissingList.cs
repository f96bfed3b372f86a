using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>What a submission still lacks, each part with a way to its field: on the form, after each save, and on the project's page (rule P4).</summary>
/// <param name="Parts">What is missing, as the API says it.</param>
/// <param name="Form">The form's address; empty on the form itself.</param>
public sealed record MissingList(IReadOnlyList<Refusal> Parts, string Form = "")
{
    /// <summary>A submission was refused for it.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Goes beside htmx's answer into its place on the page.</summary>
    public bool IsBeside { get; init; }

    public static MissingList? Of(IReadOnlyList<MissingPart>? parts, string form = "") =>
        parts is null ? null : new([.. parts.Select(part => part.AsRefusal())], form);

    /// <summary>The field's id on the form is the part's path, so a link to it brings the focus there; the leader is the first of the members.</summary>
    public IEnumerable<(string Field, string Address, Refusal Refusal)> Links => Parts.Select(refusal =>
    {
        var path = refusal.Path!.SkipWhile(step => step is "project" or "input").Select(step => step == "leader" ? "members" : step).ToList();
        return (path.FirstOrDefault() ?? "", $"{Form}#{string.Join('-', path)}", refusal);
    });
}
