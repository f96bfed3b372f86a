using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Paging;

/// <summary>A row's key: the district's number first, then the table's own id where it has one.</summary>
public readonly record struct RowKey(int DistrictId, long? Id)
{
    public override string ToString() => Id is { } id
        ? string.Create(CultureInfo.InvariantCulture, $"{DistrictId}:{id}")
        : DistrictId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the global id of the row as a JSON string.</summary>
    /// <param name="type">The name of the row's type and a colon.</param>
    internal void WriteId(ReadOnlySpan<byte> type, Utf8JsonWriter json)
    {
        const int longestKey = 32;
        Span<byte> plain = stackalloc byte[type.Length + longestKey];
        type.CopyTo(plain);
        DistrictId.TryFormat(plain[type.Length..], out int length, provider: CultureInfo.InvariantCulture);
        length += type.Length;
        if (Id is { } id)
        {
            plain[length++] = (byte)':';
            id.TryFormat(plain[length..], out int own, provider: CultureInfo.InvariantCulture);
            length += own;
        }
        Span<byte> text = stackalloc byte[Base64Url.GetEncodedLength(length)];
        json.WriteStringValue(text[..Base64Url.EncodeToUtf8(plain[..length], text)]);
    }
}

/// <summary>The opaque id of the contract: base64url of the type's name and the row's key. It grants nothing: the row behind it
/// is read under the viewer's policies.</summary>
public readonly record struct GlobalId(string TypeName, RowKey Key)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{TypeName}:{Key}"));

    /// <summary>Reads an id; false for a text that none of ours looks like.</summary>
    public static bool TryParse(string text, out GlobalId id)
    {
        id = default;
        if (text.Length is 0 or > 128 || !Base64Url.IsValid(text)) return false;
        string[] parts = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(text)).Split(':');
        if (parts.Length is < 2 or > 3 || !TryWhole(parts[1], out long district) || district > int.MaxValue) return false;
        long? key = null;
        if (parts.Length == 3)
        {
            if (!TryWhole(parts[2], out long own)) return false;
            key = own;
        }
        id = new GlobalId(parts[0], new RowKey((int)district, key));
        return id.ToString() == text;
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

    private static bool TryWhole(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
