namespace HomeroomGraph.Admin.Texts;

/// <summary>Research projects: the area Research. English in <c>ResearchTexts.resx</c>, Chinese in <c>ResearchTexts.zh-CN.resx</c>.</summary>
public sealed class ResearchTexts;
