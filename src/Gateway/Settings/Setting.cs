namespace HomeroomGraph.Gateway.Settings;

/// <summary>One row of <c>docs/settings.md</c>: the name as an environment variable, what holds when it is not set, and what it does.</summary>
public sealed record Setting(string Name, string Default, string Meaning)
{
    /// <summary>The name as the configuration system spells it.</summary>
    public string Key => Name.Replace("__", ":", StringComparison.Ordinal);
}
