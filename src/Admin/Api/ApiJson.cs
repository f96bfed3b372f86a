using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// How requests and answers are written: the contract's conventions (camelCase fields, SCREAMING enums; a null variable is left
/// out). Reading is strict, so an answer that lacks what a page needs is a fault at once and not an empty cell.
/// </summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };
}
