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

/// <summary>One key of the cursor that a request carries.</summary>
/// <param name="Types">Of all keys: each is checked, for a statement need not use every one.</param>
internal sealed record CursorSlot(InputLeaf Leaf, string Digest, int Index, IReadOnlyList<SqlType> Types, string Path) : Slot
{
    public override NpgsqlDbType DbType => Types[Index].DbType;

    internal override object? Resolve(SlotScope scope)
    {
        try
        {
            string?[] keys = Cursor.Decode((string)Leaf.Value(scope.Variables)!, Digest, Types.Count) ?? throw new FormatException();
            object? value = null;
            for (int i = 0; i < keys.Length; i++)
            {
                object? key = keys[i] is { } text ? Cursor.ParseKey(text, Types[i]) : null;
                if (i == Index) value = key;
            }
            return value;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new GraphQLRequestException([new GraphQLError(
                "The cursor does not belong to this list in this order.", ErrorCodes.InvalidCursor) { Path = Path.Split('.') }]);
        }
    }
}
