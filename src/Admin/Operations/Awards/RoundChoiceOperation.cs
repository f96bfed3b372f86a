using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>For whom the viewer can plan selections, and for which years.</summary>
public sealed record RoundChoiceData(PlanningViewer? Viewer, Connection<YearToPlan> SchoolYears) : FramedData;

public sealed record PlanningViewer(IReadOnlyList<PlanningRole> Roles);

public sealed record PlanningRole(string Role, NamedRow? School = null, NamedRow? District = null);

public sealed record YearToPlan(string Id, string Name, bool IsCurrent, Connection<SemesterToPlan> Semesters);

public sealed record SemesterToPlan(string Id, string Name, bool IsCurrent);

public sealed record CommitteeChoiceVariables(TeacherChoiceFilter? Where);

public sealed record CommitteeChoiceData(Connection<TeacherChoice> Teachers) : FramedData;

/// <summary>Teachers by a part of the name, of a school where it is one's.</summary>
public sealed record TeacherChoiceFilter(TextFilterInput? Name = null, IdFilterInput? School = null);

public sealed record ClassChoiceFilter(IdFilterInput? SchoolYear = null, IdFilterInput? School = null);

/// <summary>The papers of an author.</summary>
public sealed record PaperChoiceFilter(SomeAuthorFilter Authors);

public sealed record SomeAuthorFilter(AuthorFilter Some);

public sealed record AuthorFilter(IdFilterInput Teacher);

public sealed record TeacherChoice(string Id, string Name, NameOnly? School);

/// <summary>Whom and what can be nominated, and for whom or what is chosen whether it is eligible: rule W2.</summary>
public sealed record NomineeChoiceVariables(
    TeacherChoiceFilter? Teachers, ClassChoiceFilter? Classes, PaperChoiceFilter? Papers, bool OfTeacher, bool OfClass, bool OfPaper, bool Explain, string RoundId,
    string? TeacherId, string? ClassId, string? PaperId);

public sealed record NomineeChoiceData(
    Connection<TeacherChoice>? Teachers = null, Connection<TeacherChoice>? Classes = null, Connection<TitledRow>? Papers = null, AwardEligibility? AwardEligibility = null) : FramedData;

public sealed record AwardEligibility(DateOnly On, bool IsEligible, IReadOnlyList<FoundCondition> Conditions);

/// <summary>A condition with what was found and what is asked for, each met or not, by the rule's id: rule W2.</summary>
public record FoundCondition(string Rule, string Condition, string? Value, string? Required, bool IsMet);
