namespace HomeroomGraph.GraphQL.Execution;

/// <summary>A place in an answer: a response key (string) or list index (int) below another place. Each place is one small object, however
/// deep it is, for an answer has many of them and errors show few.</summary>
internal sealed record FieldPath(FieldPath? Above, object Step)
{
    /// <summary>All steps from the root.</summary>
    public IReadOnlyList<object> Steps
    {
        get
        {
            var steps = new List<object>();
            for (var place = this; place is not null; place = place.Above) steps.Add(place.Step);
            steps.Reverse();
            return steps;
        }
    }
}
