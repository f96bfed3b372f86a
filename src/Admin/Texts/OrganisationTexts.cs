namespace HomeroomGraph.Admin.Texts;

/// <summary>Schools, classes, teachers: the area Organisation. English in <c>OrganisationTexts.resx</c>, Chinese in <c>OrganisationTexts.zh-CN.resx</c>.</summary>
public sealed class OrganisationTexts;
