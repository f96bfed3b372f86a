namespace HomeroomGraph.GraphQL.Language;

public ref partial struct Parser
{
    private delegate T ItemReader<out T>(ref Parser parser);

    /// <remarks>open item* close</remarks>
    private List<T> Any<T>(TokenKind open, ItemReader<T> readItem, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!TrySkip(close)) items.Add(readItem(ref this));
        return items;
    }

    /// <remarks>open item+ close</remarks>
    private List<T> Many<T>(TokenKind open, ItemReader<T> readItem, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do items.Add(readItem(ref this)); while (!TrySkip(close));
        return items;
    }

    /// <remarks>(open item+ close)?</remarks>
    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, ItemReader<T> readItem, TokenKind close) =>
        Peek(open) ? Many(open, readItem, close) : [];

    /// <remarks>delimiter? item (delimiter item)*</remarks>
    private List<T> DelimitedMany<T>(TokenKind delimiter, ItemReader<T> readItem)
    {
        TrySkip(delimiter);
        var items = new List<T>();
        do items.Add(readItem(ref this)); while (TrySkip(delimiter));
        return items;
    }
}
