namespace HomeroomGraph.GraphQL.Language;

/// <summary>The lexical tokens (spec 2.1.6).</summary>
internal enum TokenKind : byte
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKinds
{
    private static readonly string[] Names =
    [
        "<SOF>", "<EOF>", "!", "$", "&", "(", ")", "...", ":", "=", "@", "[", "]", "{", "|", "}",
        "Name", "Int", "Float", "String", "BlockString",
    ];

    /// <summary>The kind as the reference names it.</summary>
    public static string NameOf(this TokenKind kind) => Names[(int)kind];

    /// <summary>The kind as errors name it: punctuators in quotes.</summary>
    public static string Describe(this TokenKind kind) =>
        kind is >= TokenKind.Bang and <= TokenKind.BraceRight ? $"\"{kind.NameOf()}\"" : kind.NameOf();
}
