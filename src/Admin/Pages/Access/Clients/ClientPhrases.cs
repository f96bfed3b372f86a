using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Access.Clients;

internal static class ClientPhrases
{
    /// <summary>A scope's name; one newer than this program is shown as it is.</summary>
    public static string Scope(this IStringLocalizer<AccessTexts> texts, string? scope)
    {
        var text = texts[$"Scope.{scope}"];
        return text.ResourceNotFound ? scope ?? "" : text.Value;
    }
}
