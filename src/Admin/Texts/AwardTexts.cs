namespace HomeroomGraph.Admin.Texts;

/// <summary>Awards: the area Awards. English in <c>AwardTexts.resx</c>, Chinese in <c>AwardTexts.zh-CN.resx</c>.</summary>
public sealed class AwardTexts;
