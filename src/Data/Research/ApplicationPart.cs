namespace HomeroomGraph.Data.Research;

/// <summary>A written part of an application (rule P4).</summary>
/// <param name="Name">As the contract names it.</param>
/// <param name="Chinese">The heading in Chinese.</param>
/// <param name="Read">Its text.</param>
/// <param name="Write">Sets its text.</param>
public sealed record ApplicationPart(
    string Name, string Chinese, Func<ResearchApplication, string?> Read, Action<ResearchApplication, string?> Write)
{
    /// <summary>All parts, in the order of the form.</summary>
    public static IReadOnlyList<ApplicationPart> All { get; } =
    [
        new("background", "研究背景", a => a.Background, (a, text) => a.Background = text),
        new("significance", "实践意义", a => a.Significance, (a, text) => a.Significance = text),
        new("academicValue", "学术价值", a => a.AcademicValue, (a, text) => a.AcademicValue = text),
        new("necessity", "必要性", a => a.Necessity, (a, text) => a.Necessity = text),
        new("feasibility", "可行性", a => a.Feasibility, (a, text) => a.Feasibility = text),
        new("innovation", "创新之处", a => a.Innovation, (a, text) => a.Innovation = text),
        new("plan", "研究方案", a => a.Plan, (a, text) => a.Plan = text),
        new("expectedResults", "预期成果", a => a.ExpectedResults, (a, text) => a.ExpectedResults = text),
    ];
}
