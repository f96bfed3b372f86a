namespace HomeroomGraph.Admin.Texts;

/// <summary>Signing in, home, and the pages of errors. English in <c>AccessTexts.resx</c>, Chinese in <c>AccessTexts.zh-CN.resx</c>.</summary>
public sealed class AccessTexts;
