using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>A row's key: the district's number first, then the table's own id where it has one.</summary>
public readonly record struct RowKey(int DistrictId, long? Id)
{
    internal const int LongestText = 32;

    public override string ToString() => Id is { } id
        ? string.Create(CultureInfo.InvariantCulture, $"{DistrictId}:{id}")
        : DistrictId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the global id of the row as a JSON string.</summary>
    /// <param name="type">The name of the row's type and a colon.</param>
    internal void WriteId(ReadOnlySpan<byte> type, Utf8JsonWriter json)
    {
        Span<byte> plain = stackalloc byte[type.Length + LongestText];
        type.CopyTo(plain);
        int length = type.Length + Format(plain[type.Length..]);
        Span<byte> text = stackalloc byte[Base64Url.GetEncodedLength(length)];
        json.WriteStringValue(text[..Base64Url.EncodeToUtf8(plain[..length], text)]);
    }

    /// <summary>Writes it as <see cref="ToString"/> does, and gives the length.</summary>
    internal int Format(Span<byte> text)
    {
        DistrictId.TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        if (Id is not { } id) return length;
        text[length++] = (byte)':';
        id.TryFormat(text[length..], out int own, provider: CultureInfo.InvariantCulture);
        return length + own;
    }
}

/// <summary>The opaque id of the contract: base64url of the type's name and the row's key. It grants nothing: the row behind it
/// is read under the viewer's policies.</summary>
public readonly record struct GlobalId(string TypeName, RowKey Key)
{
    private const int LongestText = 128;

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{TypeName}:{Key}"));

    /// <summary>Reads an id; false for a text that none of ours looks like.</summary>
    public static bool TryParse(string text, out GlobalId id)
    {
        id = default;
        Span<byte> plain = stackalloc byte[LongestText];
        if (text.Length is 0 or > LongestText || Base64Url.DecodeFromChars(text, plain, out _, out int length) != OperationStatus.Done) return false;
        plain = plain[..length];
        int colon = plain.IndexOf((byte)':');
        if (colon < 0 || !Ascii.IsValid(plain) || !TryKey(plain[(colon + 1)..], out var key)) return false;
        id = new GlobalId(Encoding.ASCII.GetString(plain[..colon]), key);
        return IsTextOf(key, plain[..(colon + 1)], text);
    }

    private static bool TryKey(ReadOnlySpan<byte> text, out RowKey key)
    {
        key = default;
        int colon = text.IndexOf((byte)':');
        if (!TryWhole(colon < 0 ? text : text[..colon], out long district) || district > int.MaxValue) return false;
        long own = 0;
        if (colon >= 0 && !TryWhole(text[(colon + 1)..], out own)) return false;
        key = new RowKey((int)district, colon < 0 ? null : own);
        return true;
    }

    /// <summary>Whether that is how we write it: leading zeros and other spellings of base64url mean the same.</summary>
    /// <param name="type">The name of the type and a colon.</param>
    private static bool IsTextOf(RowKey key, ReadOnlySpan<byte> type, string text)
    {
        Span<byte> plain = stackalloc byte[LongestText + RowKey.LongestText];
        type.CopyTo(plain);
        int length = type.Length + key.Format(plain[type.Length..]);
        Span<char> ours = stackalloc char[Base64Url.GetEncodedLength(length)];
        return text.AsSpan().SequenceEqual(ours[..Base64Url.EncodeToChars(plain[..length], ours)]);
    }

    /// <summary>Reads an id that must be one of ours, and of the type where one is named.</summary>
    public static GlobalId Require(string text, string? typeName, string path)
    {
        if (TryParse(text, out var id) && (typeName ?? id.TypeName) == id.TypeName) return id;
        string expected = typeName is null ? "an id" : $"the id of a {typeName}";
        throw new GraphQLRequestException([new GraphQLError($"This is not {expected}.", ErrorCodes.InvalidId) { Path = path.Split('.') }]);
    }

    /// <summary>What the id is made of, put together by PostgreSQL.</summary>
    internal static JsonTextParts InSql(GraphQLName typeName, IReadOnlyList<SqlFragment> keyColumns)
    {
        var text = new JsonTextParts().Add($"{typeName}");
        foreach (var column in keyColumns) text.Add($":").Add(column);
        return text;
    }

    /// <summary>PostgreSQL's base64 breaks its lines after 76 characters and pads; ours does neither.</summary>
    internal static SqlFragment Base64UrlInSql(SqlFragment text) =>
        SqlFragment.Of($"translate(encode(convert_to({text}, 'UTF8'), 'base64'), E'+/=\\n', '-_')");

    private static bool TryWhole(ReadOnlySpan<byte> text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
