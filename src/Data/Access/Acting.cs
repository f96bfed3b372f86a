using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Access;

/// <summary>Who changes accounts: a signed-in account, or whoever runs the program's verbs.</summary>
/// <param name="AccountId">The account; null for the verbs, which may do everything.</param>
/// <param name="Origin">From where, for the audit log.</param>
public sealed record Acting(Guid? AccountId, string? Origin)
{
    /// <summary>The verbs of the command line.</summary>
    public static Acting Operator { get; } = new(null, "command line");

    internal Actor Actor => AccountId is { } id ? Actor.Account(id, Origin) : new Actor("operator", Origin);
}

/// <summary>An account as the contract names it: the district it belongs to, and its number.</summary>
public readonly record struct AccountKey(int DistrictId, long Number);
