namespace HomeroomGraph.Admin.Texts;

/// <summary>Imports: runs, reports, sending files in. English in <c>ImportTexts.resx</c>, Chinese in <c>ImportTexts.zh-CN.resx</c>.</summary>
public sealed class ImportTexts;
