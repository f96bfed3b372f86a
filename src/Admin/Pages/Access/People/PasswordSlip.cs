namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>A first password as it is handed to its holder on paper. It is kept nowhere: whoever loses it gets a new one.</summary>
public sealed record PasswordSlip(string Name, string Username, string Password, DateTimeOffset ExpiresAt, string? StaffNumber = null);
