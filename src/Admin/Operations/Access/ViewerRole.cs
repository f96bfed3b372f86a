namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>A role and how far it reaches. The role is a code and not an enum here, so that a newer API's role is shown rather than refused.</summary>
public sealed record ViewerRole(string Role, NamedReach? District = null, NamedReach? School = null, int? Grade = null);

/// <summary>The district or school of a role.</summary>
public sealed record NamedReach(string Name, string? Id = null);
