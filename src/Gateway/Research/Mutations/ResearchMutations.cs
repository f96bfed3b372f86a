using HomeroomGraph.Gateway.Mutations;

namespace HomeroomGraph.Gateway.Research.Mutations;

/// <summary>The mutations of research projects, in the order of a project's life.</summary>
internal static class ResearchMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        ApplicationMutations.Declare(mutations);
        PlanMutations.Declare(mutations);
        ReviewMutations.Declare(mutations);
        RunningMutations.Declare(mutations);
        RequestMutations.Declare(mutations);
    }
}
