using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Awards;

/// <summary>
/// What is done in a selection, as <see cref="AwardSteps"/> declare it: by whom, while the selection and the nomination are in which states, where it leads, and
/// which rules it has to meet. The checks, the schema's descriptions and the admin's buttons come from this.
/// </summary>
/// <param name="Name">Its name, which is the mutation's where one mutation does it.</param>
/// <param name="English">What it does.</param>
/// <param name="Chinese">The same in Chinese, as a button says it.</param>
/// <param name="By">Who may; one of them is enough.</param>
/// <param name="While">The states of the selection in which it can be done.</param>
public sealed record AwardStep(string Name, string English, string Chinese, AwardActor[] By, AwardRoundState[] While)
    : Step<AwardActor>(Name, English, Chinese, By)
{
    /// <summary>The states that it leads the selection to; empty: it stays where it is.</summary>
    public AwardRoundState[] To { get; init; } = [];

    /// <summary>The states of a nomination in which it can be done; empty: it is not about one that is there.</summary>
    public AwardNominationState[] Nomination { get; init; } = [];

    /// <summary>The states that it leads a nomination to; empty: it stays where it is.</summary>
    public AwardNominationState[] NominationTo { get; init; } = [];

    private protected override string WhoInEnglish(AwardActor actor) => actor switch
    {
        AwardActor.Office => "the office that runs the selection",
        AwardActor.NominatingOffice => "the office of the nominee's school",
        AwardActor.Nominee => "the nominee",
        AwardActor.CommitteeMember => "a member of the committee",
        AwardActor.GrantingBody => "the principal, or the district's officer for a district's selection",
        _ => "everybody with a role at the school, or in the district for a district's selection",
    };

    private protected override string WhoInChinese(AwardActor actor) => actor switch
    {
        AwardActor.Office => "组织评选的部门",
        AwardActor.NominatingOffice => "被推荐人所在学校的部门",
        AwardActor.Nominee => "被推荐人本人",
        AwardActor.CommitteeMember => "评审委员",
        AwardActor.GrantingBody => "校长（区县评选为区县主管人员）",
        _ => "本校（区县评选为本区县）人员",
    };
}
