namespace HomeroomGraph.Admin.Texts;

/// <summary>Papers: the area Papers. English in <c>PaperTexts.resx</c>, Chinese in <c>PaperTexts.zh-CN.resx</c>.</summary>
public sealed class PaperTexts;
