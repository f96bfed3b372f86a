namespace HomeroomGraph.Admin.Web;

/// <summary>Values of an address or a form. A field that was left empty counts as absent.</summary>
public static class AddressValues
{
    public static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>False when the code is none of the enum's; absent is null and fine.</summary>
    public static bool TryCode<T>(string? code, out T? value) where T : struct, Enum
    {
        value = Given(code) is { } given ? EnumCodes.Parse<T>(given) : null;
        return value is not null || Given(code) is null;
    }
}
