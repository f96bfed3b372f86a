using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>
/// What is done with a record that goes through states, as its area declares it: by whom, and which rules it has to meet. The checks, the schema's descriptions
/// and the admin's buttons come from such declarations.
/// </summary>
/// <typeparam name="TActor">Who takes the steps of the area.</typeparam>
/// <param name="Name">Its name, which is the mutation's where one mutation does it.</param>
/// <param name="English">What it does.</param>
/// <param name="Chinese">The same in Chinese, as a button says it.</param>
/// <param name="By">Who may; one of them is enough.</param>
public abstract record Step<TActor>(string Name, string English, string Chinese, TActor[] By)
    where TActor : struct, Enum
{
    /// <summary>The mutations that do it.</summary>
    public IReadOnlyList<string> Mutations { get; init; } = [Name];

    /// <summary>The rules that it has to meet, by their names in <see cref="RuleTable"/>.</summary>
    public string[] Needs { get; init; } = [];

    /// <summary>Who is meant, in English.</summary>
    public string ByWhom => string.Join(" or ", By.Select(WhoInEnglish));

    /// <summary>Who is meant, in Chinese.</summary>
    public string ByWhomInChinese => string.Join('或', By.Select(WhoInChinese));

    /// <summary>The refusal of whoever it is not for.</summary>
    /// <param name="rule">The rule that says whose it is.</param>
    internal RefusedException IsOfOthers(string rule) =>
        new(Refusal.NotAllowed($"This is for {ByWhom} to do. 此操作由{ByWhomInChinese}进行。") with { Rule = rule });

    private protected abstract string WhoInEnglish(TActor actor);

    private protected abstract string WhoInChinese(TActor actor);
}
