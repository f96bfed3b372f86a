using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>A cursor: base64url of a digest of the order it belongs to, and the row's keys as a JSON array of texts. A
/// cursor of another order is refused; a forged one only names a place in a list that is read under the viewer's policies.</summary>
internal static class Cursor
{
    private const int DigestLength = 8;

    /// <summary>What identifies an order: what is listed, and its terms with their types and directions.</summary>
    public static string Digest(RowsSource source, KeysetOrder order)
    {
        var text = new StringBuilder(source.Name);
        foreach (var term in order.Terms)
            text.Append(term.Descending ? '-' : '+').Append(term.Path).Append(':').Append(term.Type.Name.Name);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..DigestLength];
    }

    /// <summary>The cursor of a row.</summary>
    /// <param name="keys">A JSON array of the texts of its keys, as <see cref="KeysetOrder.CursorKeys"/> and <see cref="Execution.CursorReader"/> make it.</param>
    public static string Encode(string digest, ReadOnlySpan<byte> keys)
    {
        byte[] text = new byte[DigestLength + keys.Length];
        Encoding.ASCII.GetBytes(digest, text);
        keys.CopyTo(text.AsSpan(DigestLength));
        return Base64Url.EncodeToString(text);
    }

    /// <summary>What the cursor is made of, put together by PostgreSQL.</summary>
    public static JsonTextParts InSql(string digest, KeysetOrder order) =>
        new JsonTextParts().Add(SqlFragment.Of($"{new ConstantSlot(digest, SqlTypes.Text)}::text")).Add(order.CursorKeys());

    /// <summary>The keys of a cursor as texts; null where it is not one of this order.</summary>
    public static string?[]? Decode(string cursor, string digest, int count)
    {
        if (cursor.Length > 8192 || !Base64Url.IsValid(cursor)) return null;
        byte[] bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= DigestLength || Encoding.Latin1.GetString(bytes, 0, DigestLength) != digest) return null;
        try
        {
            return JsonSerializer.Deserialize<string?[]>(bytes.AsSpan(DigestLength)) is { } keys && keys.Length == count ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value of a key; a text that PostgreSQL can't hold is none of ours.</summary>
    /// <exception cref="FormatException">The text is not of the type.</exception>
    public static object ParseKey(string text, SqlType type) => text.Contains('\0') ? throw new FormatException() : type.ParseText(text);
}

/// <summary>The cursor that a request carries for a list in an order.</summary>
/// <param name="Types">Of its keys.</param>
internal sealed record SentCursor(InputLeaf Leaf, string Digest, IReadOnlyList<SqlType> Types, string Path)
{
    /// <summary>The values of its keys. Each is checked, for a statement need not use every one.</summary>
    /// <exception cref="GraphQLRequestException">It is not one of this order.</exception>
    public object?[] Keys(CoercedVariables variables)
    {
        try
        {
            string?[] texts = Cursor.Decode((string)Leaf.Value(variables)!, Digest, Types.Count) ?? throw new FormatException();
            return [.. texts.Select((text, i) => text is null ? null : Cursor.ParseKey(text, Types[i]))];
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new GraphQLRequestException([new GraphQLError(
                "The cursor does not belong to this list in this order.", ErrorCodes.InvalidCursor) { Path = Path.Split('.') }]);
        }
    }
}

/// <summary>One key of a cursor.</summary>
internal sealed record CursorSlot(SentCursor Cursor, int Index) : Slot
{
    public override NpgsqlDbType DbType => Cursor.Types[Index].DbType;
    internal override object? Resolve(SlotScope scope) => scope.KeysOf(Cursor)[Index];
}
