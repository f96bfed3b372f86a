using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>What the list of accounts shows: filter and place, all of it in the address.</summary>
public sealed record AccountListQuery
{
    /// <summary>Locked is no state of its own: any account can be, for a while.</summary>
    public const string Locked = "LOCKED";

    private const int PageSize = 20;

    public string? Text { get; init; }
    public string? Role { get; init; }
    public string? School { get; init; }
    public string? State { get; init; }
    public string? After { get; init; }
    public string? Before { get; init; }

    /// <summary>What can be chosen as a state.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<AccountState>().Select(state => state.ToCode()), Locked];

    public bool IsFiltered => Text is not null || Role is not null || School is not null || State is not null;

    public AccountListQuery FromStart() => this with { After = null, Before = null };

    public AccountListVariables ToVariables(DateTimeOffset now) => new(
        First: Before is null ? PageSize : null,
        After,
        Last: Before is null ? null : PageSize,
        Before,
        IsFiltered ? ToFilter(now) : null);

    private AccountFilterInput ToFilter(DateTimeOffset now) => new()
    {
        Or = Text is null ? null : [new() { Username = new(Contains: Text) }, new() { DisplayName = new(Contains: Text) }],
        State = State is not null and not Locked ? new(EnumCodes.Parse<AccountState>(State)!.Value) : null,
        LockedUntil = State == Locked ? new(Gte: now) : null,
        School = School is null ? null : new(new(School)),
        Roles = Role is null ? null : new(new() { Role = new(Role) }),
    };
}
