namespace HomeroomGraph.Data.Import;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The row is still good.</summary>
    Warning,

    /// <summary>The row can't be taken.</summary>
    Error,
}

/// <summary>Why a value is wrong: a stable code and the text, whose placeholders a finding fills in.</summary>
internal sealed record Reason(string Code, string Chinese, string English)
{
    public Bilingual Text(object?[] details) => new Bilingual(Chinese, English).With(details);
}
