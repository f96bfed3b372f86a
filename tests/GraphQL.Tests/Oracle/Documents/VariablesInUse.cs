using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>The variables of a document: each stands for one type wherever it is used.</summary>
/// <param name="meaningful">Who writes defaults that must mean something.</param>
internal sealed class VariablesInUse(Choices choices, IFieldArguments? meaningful = null)
{
    private readonly Dictionary<string, (string Type, string? Default)> _all = [];

    public (string Type, string? Default) Find(string name) => _all[name];

    /// <summary>A variable that may stand where the type is wanted (spec 5.8.5).</summary>
    /// <param name="hasDefault">The place has a default, so a variable that may be null may stand there all the same.</param>
    /// <param name="mustBeNonNull">A field of a oneOf input takes no variable that may be null.</param>
    public string For(GraphQLType type, bool hasDefault, bool mustBeNonNull)
    {
        var fitting = _all.Where(known => known.Value.Type == type.ToString()).Select(known => known.Key).ToList();
        if (fitting.Count > 0 && choices.Percent(50) && !mustBeNonNull) return choices.Of(fitting);

        string name = $"v{_all.Count}";
        _all[name] = type switch
        {
            _ when mustBeNonNull => (new NonNullType(type.Nullable).ToString(), null),
            NonNullType nonNull when hasDefault && choices.Percent(40) => (nonNull.Inner.ToString()!, null),
            NonNullType nonNull when choices.Percent(40) => (nonNull.Inner.ToString()!, Constant(nonNull)),
            NonNullType => (type.ToString()!, choices.Percent(20) ? Constant(type) : null),
            _ => (choices.Percent(30) ? $"{type}!" : $"{type}", choices.Percent(30) ? Constant(new NonNullType(type)) : null),
        };
        return name;
    }

    private string Constant(GraphQLType type) => meaningful?.Of(type) ?? new Literals(choices, wrong: 0).Of(type);
}

/// <summary>Literals with variables in them.</summary>
/// <param name="used">The names of those used are put there.</param>
/// <param name="meaningful">Who writes what has no variable; null: literals of the type.</param>
internal sealed class ValuesWithVariables(Choices choices, int wrong, VariablesInUse variables, HashSet<string> used, IFieldArguments? meaningful = null) : Literals(choices, wrong)
{
    /// <summary>The value of an argument.</summary>
    public string At(GraphQLType type, bool hasDefault) => Choices.Percent(25) ? Variable(type, hasDefault) : Of(type);

    protected override string Scalar(string name) => meaningful?.OfScalar(name) ?? base.Scalar(name);

    public override string Of(GraphQLType type, int depth = 0) => depth > 0 && MayBeVariable(type) && Choices.Percent(8) ? Variable(type, hasDefault: false) : base.Of(type, depth);

    /// <summary>A variable for an id would be one of any type.</summary>
    private bool MayBeVariable(GraphQLType type) => meaningful is null || type.Named.Name != "ID";

    protected override string OfOneField(GraphQLType type, int depth) => Choices.Percent(15) ? Variable(type, hasDefault: false, mustBeNonNull: true) : base.Of(type, depth);

    private string Variable(GraphQLType type, bool hasDefault, bool mustBeNonNull = false)
    {
        string name = variables.For(type, hasDefault, mustBeNonNull);
        used.Add(name);
        return "$" + name;
    }
}
