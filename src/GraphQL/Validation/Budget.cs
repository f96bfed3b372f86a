namespace HomeroomGraph.GraphQL.Validation;

/// <summary>Work that may still be done for a document.</summary>
/// <param name="refusal">What is said when it is used up.</param>
internal sealed class Budget(int steps, string refusal)
{
    private int _left = steps;

    /// <exception cref="ValidationAbortedException">It is used up.</exception>
    internal void Spend(int cost)
    {
        _left -= cost;
        if (_left < 0) throw new ValidationAbortedException($"{refusal} Validation aborted.");
    }
}
