using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Archive;

/// <summary>What rule V2 refuses, in words.</summary>
public static class DocumentRules
{
    public static readonly Rule NameIsNoPath = new("v2_a_file_name_is_no_path",
        "The name is that of a file: 1 to 255 characters, without a folder or control characters.",
        "文件名应为 1 至 255 个字符，不含路径和控制字符。");

    public static readonly Rule TypeIsKnown = new("v2_a_media_type_is_of_the_list",
        "Files of this type are not taken. There are: {0}.",
        "不接受此类文件。可接受的类型：{0}。");

    public static readonly Rule NameIsOfType = new("v2_a_file_name_is_of_its_type",
        "A file of this type is named with the ending {0}.",
        "此类文件的扩展名应为 {0}。");

    public static readonly Rule SizeIsWithinLimit = new("v2_a_size_is_within_the_limit",
        "A file has 1 byte to {0} MiB.",
        "文件大小应为 1 字节至 {0} MiB。");

    public static readonly Rule NotTooManyTickets = new("v2_not_too_many_tickets",
        "{0} uploads of this account wait for their file: send those first, or wait until they expire.",
        "该账号有 {0} 个上传尚未完成：请先完成上传，或等待其过期。");

    public static readonly Rule TicketIsUsedOnce = new("v2_a_ticket_is_used_once",
        "This ticket was used: ask for another one.",
        "该上传凭证已使用，请重新申请。");

    public static readonly Rule TicketIsInTime = new("v2_a_ticket_is_used_in_time",
        "This ticket has expired: ask for another one.",
        "该上传凭证已过期，请重新申请。");

    public static readonly Rule NotLargerThanAsked = new("v2_a_file_is_not_larger_than_asked_for",
        "The ticket is for a file of {0} bytes, and this one has more. Ask for another ticket.",
        "该凭证对应的文件为 {0} 字节，上传的文件更大，请重新申请。");

    public static readonly Rule NotSmallerThanAsked = new("v2_a_file_is_not_smaller_than_asked_for",
        "The ticket is for a file of {0} bytes, and this one has fewer. Ask for another ticket.",
        "该凭证对应的文件为 {0} 字节，上传的文件更小，请重新申请。");

    public static readonly Rule HashIsAsAsked = new("v2_the_hash_is_as_asked_for",
        "The SHA-256 of what arrived is {0}, not the one that the ticket was asked for with. Ask for another ticket.",
        "收到的文件的 SHA-256 为 {0}，与申请时不符，请重新申请。");

    public static readonly Rule ContentIsOfType = new("v2_the_content_is_of_its_type",
        "The content is not what {0} says.",
        "文件内容与类型 {0} 不符。");

    public static readonly Rule NothingRuns = new("v2_nothing_in_a_document_runs",
        "The file has something that runs, such as macros: save it without.",
        "文件含有可执行内容（如宏），请另存为不含宏的文件。");

    public static readonly Rule TransferIsInTime = new("v2_a_transfer_ends_in_time",
        "The file did not arrive within {0} minutes. The ticket can be used again while it is good.",
        "文件未能在 {0} 分钟内传完。凭证在有效期内可再次使用。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NameIsNoPath, TypeIsKnown, NameIsOfType, SizeIsWithinLimit, NotTooManyTickets, TicketIsUsedOnce, TicketIsInTime, NotLargerThanAsked, NotSmallerThanAsked,
        HashIsAsAsked, ContentIsOfType, NothingRuns, TransferIsInTime,
    ];
}
