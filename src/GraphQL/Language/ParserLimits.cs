namespace HomeroomGraph.GraphQL.Language;

/// <summary>How much of a document the parser takes before it gives up. It reads no further than the limit, so a document
/// costs no more than the part that is within them.</summary>
public sealed record ParserLimits
{
    /// <summary>The deepest nesting: the parser, the printer and whatever walks the tree follow it on the stack, and a server's
    /// threads have 1.5 MB. A level takes the parser or the printer under 1.5 KB. No setting goes beyond it.</summary>
    public const int StackSafeDepth = 250;

    /// <summary>The limits for documents that clients send.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>No limits but the stack's: for documents of our own, such as the schema.</summary>
    public static ParserLimits Trusted { get; } = new()
    {
        MaxTokens = int.MaxValue,
        MaxDepth = StackSafeDepth,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxAliasLength = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
    };

    /// <summary>Tokens of a document, comments not counted.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Nesting of anything that nests: selection sets, list and object values, list types, in any mixture.</summary>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, StackSafeDepth);
            field = value;
        }
    } = 64;

    /// <summary>Fields selected in a document, before fragments are spread.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Fields of a document that answer under another name: the same question asked many times at once.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Characters of such a name; the answer repeats it with every row.</summary>
    public int MaxAliasLength { get; init; } = 128;

    /// <summary>Directives at one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;
}
