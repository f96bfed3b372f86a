using System.Text.Json;

namespace HomeroomGraph.Admin.Web;

/// <summary>Enum values as the contract writes them (<c>NINE_YEAR</c>): in addresses, forms and keys of texts.</summary>
public static class EnumCodes
{
    public static string ToCode<T>(this T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public static T? Parse<T>(string code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToCode() == code)
                return value;
        }
        return null;
    }
}
