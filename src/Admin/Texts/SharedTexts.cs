namespace HomeroomGraph.Admin.Texts;

/// <summary>What every page shows: the frame, languages, roles, dates. English in <c>SharedTexts.resx</c>, Chinese in <c>SharedTexts.zh-CN.resx</c>.</summary>
public sealed class SharedTexts;
