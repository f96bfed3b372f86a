namespace HomeroomGraph.Admin.Texts;

/// <summary>The audit trail with the names of tables and columns, and archives of teachers. English in <c>ArchiveTexts.resx</c>, Chinese in <c>ArchiveTexts.zh-CN.resx</c>.</summary>
public sealed class ArchiveTexts;
