using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>What the form of another body's award chooses from.</summary>
public sealed record AwardFormData(AwardFormViewer? Viewer, Connection<TitledRow> Papers) : FramedData;

public sealed record AwardFormViewer(IReadOnlyList<AwardFormRole> Roles);

public sealed record AwardFormRole(string Role, RecordingSchool? School);

public sealed record RecordingSchool(string Id, string Name, Connection<NamedRow> Teachers, Connection<NamedRow> Classes);
