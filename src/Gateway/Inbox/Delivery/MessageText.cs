using System.Text;
using HomeroomGraph.Data.Inbox;

namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>A message as it is read: in the person's language, a subject and a line for each notification.</summary>
internal sealed record MessageText(string Subject, IReadOnlyList<string> Lines)
{
    public static MessageText Of(OutboxMessage message)
    {
        bool isEnglish = message.Locale == "en";
        string[] lines = [.. message.Lines.Select(line => OneLine(isEnglish ? line.English : line.Chinese))];
        string subject = lines.Length == 1 ? lines[0] : isEnglish ? $"{lines.Length} messages on research projects" : $"{lines.Length} 条教研消息";
        return new(subject.Length > 120 ? subject[..120] : subject, lines);
    }

    /// <summary>The text with no more bytes than a receiver takes: whole lines, and how many were left out.</summary>
    public string Fit(int bytes, Uri? more)
    {
        string end = more is null ? "" : $"\n{more}";
        for (int kept = Lines.Count; kept > 0; kept--)
        {
            string text = string.Join('\n', Lines.Take(kept)) + (kept < Lines.Count ? $"\n… +{Lines.Count - kept}" : "") + end;
            if (Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        }
        return Subject;
    }

    /// <summary>What a person wrote, such as a title, ends no line and begins no header.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
