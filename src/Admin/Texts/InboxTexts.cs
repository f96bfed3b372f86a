namespace HomeroomGraph.Admin.Texts;

/// <summary>Pages of the area Inbox. English in <c>InboxTexts.resx</c>, Chinese in <c>InboxTexts.zh-CN.resx</c>.</summary>
public sealed class InboxTexts;
