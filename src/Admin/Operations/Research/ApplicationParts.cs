namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>What an application says (申报书): rule P4. A draft may lack any of it.</summary>
public record ApplicationText(
    int Version, ApplicationState State, string? Background, string? Significance, string? AcademicValue, string? Necessity, string? Feasibility,
    string? Innovation, string? Plan, string? ExpectedResults, DateOnly? DueOn, DateTimeOffset? SubmittedAt)
{
    /// <summary>The texts in the order of the form, by the names the contract has for them.</summary>
    public IEnumerable<(string Name, string? Text)> Sections =>
    [
        ("background", Background), ("significance", Significance), ("academicValue", AcademicValue), ("necessity", Necessity),
        ("feasibility", Feasibility), ("innovation", Innovation), ("plan", Plan), ("expectedResults", ExpectedResults),
    ];
}

/// <summary>Leader or member with a duty of substance: rule P3.</summary>
public sealed record MemberRow(string Id, string Name, ResearchMemberRole Role, string? Duty, string? Task, DateOnly? LeftOn);

/// <summary>A stage with its goal: rule P8.</summary>
public sealed record StageRow(string Id, int Position, string? Goal, DateOnly StartsOn, DateOnly DueOn, DateOnly? DoneOn);

/// <summary>A task of a stage and its owner: rule P8.</summary>
public sealed record TaskRow(string Id, string? Description, DateOnly DueOn, DateOnly? DoneOn, bool IsOverdue, RowId? Stage, NameOnly? Owner);
