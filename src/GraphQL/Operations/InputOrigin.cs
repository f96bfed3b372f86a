namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Where an input value came from: the text of the document (defaults count as that), or a variable.</summary>
public abstract class InputOrigin
{
    /// <summary>Written in the document, or a default of the schema or of a variable.</summary>
    public static readonly InputOrigin Literal = new LiteralOrigin();

    private sealed class LiteralOrigin : InputOrigin
    {
        public override string ToString() => "literal";
    }
}

/// <summary>A place inside the coerced value of a variable: the variable itself, or a field or item of the place above.</summary>
public sealed class VariableOrigin : InputOrigin
{
    private readonly VariableOrigin? _above;
    private readonly object? _step;

    public VariableOrigin(string name) => Name = name;

    private VariableOrigin(VariableOrigin above, object step) => (Name, _above, _step) = (above.Name, above, step);

    public string Name { get; }

    /// <summary>Names of fields (string) and indices of items (int) from the variable down; empty for the variable itself.</summary>
    public IReadOnlyList<object> Path
    {
        get
        {
            var steps = new List<object>();
            for (var place = this; place._above is not null; place = place._above) steps.Add(place._step!);
            steps.Reverse();
            return steps;
        }
    }

    public VariableOrigin Field(string name) => new(this, name);

    public VariableOrigin Item(int index) => new(this, index);

    public override string ToString() =>
        string.Concat(Path.Select(step => step is int index ? $"[{index}]" : $".{step}").Prepend("$" + Name));
}
