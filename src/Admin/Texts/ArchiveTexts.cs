namespace HomeroomGraph.Admin.Texts;

/// <summary>The audit trail, with the names of tables and columns. English in <c>ArchiveTexts.resx</c>, Chinese in <c>ArchiveTexts.zh-CN.resx</c>.</summary>
public sealed class ArchiveTexts;
