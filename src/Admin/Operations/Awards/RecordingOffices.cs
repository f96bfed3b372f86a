using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>The offices of a school that record awards of other bodies: the moral-education office, and the research office for papers, cases and results (rule W1).</summary>
public static class RecordingOffices
{
    public static bool AreOf(string role) => role is RoleCodes.MoralEducationOffice or RoleCodes.ResearchOffice;

    public static bool Record(string role, AwardKind kind) => role == RoleCodes.MoralEducationOffice
        || (role == RoleCodes.ResearchOffice && kind is AwardKind.ExcellentPaper or AwardKind.ExcellentCase or AwardKind.ExcellentResult);
}
