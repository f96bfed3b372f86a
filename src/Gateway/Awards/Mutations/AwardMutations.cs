using HomeroomGraph.Gateway.Mutations;

namespace HomeroomGraph.Gateway.Awards.Mutations;

/// <summary>The mutations of selections and reward rules, in the order of a selection's life.</summary>
internal static class AwardMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        RoundMutations.Declare(mutations);
        NominationMutations.Declare(mutations);
        VoteMutations.Declare(mutations);
        GrantMutations.Declare(mutations);
        OutsideAwardMutations.Declare(mutations);
        RewardRuleMutations.Declare(mutations);
    }
}
