using System.Runtime.CompilerServices;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>The last line for rules that recurse through fragments in circles, which no depth bounds: they stop before the stack
/// does.</summary>
internal static class StackGuard
{
    /// <exception cref="ValidationAbortedException">There is little stack left.</exception>
    internal static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ValidationAbortedException("The fragments lead on too far. Validation aborted.");
    }
}
