namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A place inside an input value, for messages: names of fields and indices of items.</summary>
internal sealed record InputPath(InputPath? Above, object Step)
{
    /// <summary>" at .where.and[0]", or nothing for the value itself.</summary>
    internal static string Text(InputPath? path)
    {
        if (path is null) return "";
        var steps = new Stack<string>();
        for (var place = path; place is not null; place = place.Above)
            steps.Push(place.Step is int index ? $"[{index}]" : $".{place.Step}");
        return " at " + string.Concat(steps);
    }
}
