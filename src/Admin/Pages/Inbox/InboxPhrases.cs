using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Inbox;

namespace HomeroomGraph.Admin.Pages.Inbox;

internal static class InboxPhrases
{
    /// <summary>What a notice tells, in the reader's language: the API keeps both.</summary>
    public static string Text(this Notice notice) => Languages.Current == Languages.Chinese ? notice.TextZh : notice.TextEn;

    /// <summary>Why a message could not be sent: the API's words where they are in both languages, else those of the server that refused it.</summary>
    public static string Reason(string error) => ApiMessages.Half(error);
}
