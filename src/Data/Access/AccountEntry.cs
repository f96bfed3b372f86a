using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Access;

/// <summary>
/// An account as its managers and its holder read it, through a view of schema <c>reach</c> that shows no secret. It is changed through
/// <see cref="AccessDbContext"/> only.
/// </summary>
public sealed class AccountEntry
{
    public int DistrictId { get; private set; }
    public long AccountId { get; private set; }
    public long? SchoolId { get; private set; }
    public string UserName { get; private set; } = "";
    public string DisplayName { get; private set; } = "";
    public string Locale { get; private set; } = "";
    public AccountState State { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public DateOnly? LastSignInOn { get; private set; }
    public DateTime? FirstPasswordExpiresAt { get; private set; }
    public bool IsDemo { get; private set; }
    public bool HasExternalIdentity { get; private set; }

    public District District { get; private set; } = null!;
    public School? School { get; private set; }
    public List<AccountRoleEntry> Roles { get; } = [];
}

/// <summary>Whether an account can be used.</summary>
public enum AccountState
{
    /// <summary>在用: it has an own password.</summary>
    Active,

    /// <summary>待改密: it has a first password that was not changed yet.</summary>
    FirstPassword,

    /// <summary>停用: shut out.</summary>
    Disabled,
}

/// <summary>A role of an account, or a scope of a client, and where it holds, as the managers read it.</summary>
public sealed class AccountRoleEntry
{
    public int DistrictId { get; private set; }
    public long AccountRoleId { get; private set; }

    /// <summary>The district that the account belongs to, which may be another.</summary>
    public int AccountDistrictId { get; private set; }

    public long AccountId { get; private set; }
    public AccessRole Role { get; private set; }
    public long? SchoolId { get; private set; }
    public short? Grade { get; private set; }
    public long? TeacherId { get; private set; }
    public string? Scope { get; private set; }
    public long? InspectorPostId { get; private set; }

    public District District { get; private set; } = null!;
    public School? School { get; private set; }
    public Teacher? Teacher { get; private set; }
    public InspectorPost? InspectorPost { get; private set; }
    public AccountEntry? Account { get; private set; }
    public ClientEntry? Client { get; private set; }
}

/// <summary>A machine client as the platform admins read it.</summary>
public sealed class ClientEntry
{
    public int DistrictId { get; private set; }
    public long ClientNumber { get; private set; }
    public string ClientId { get; private set; } = "";
    public string Name { get; private set; } = "";
    public bool IsRevoked { get; private set; }
    public bool TrustedDocumentsOnly { get; private set; }

    public District District { get; private set; } = null!;
    public List<AccountRoleEntry> Scopes { get; } = [];
    public List<ClientSecretEntry> Secrets { get; } = [];
}

/// <summary>What is known of a client's secret: never the secret.</summary>
public sealed class ClientSecretEntry
{
    public int DistrictId { get; private set; }
    public long SecretNumber { get; private set; }
    public long ClientNumber { get; private set; }
    public string Hint { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime? ExpiresAt { get; private set; }
    public DateOnly? LastUsedOn { get; private set; }

    public ClientEntry Client { get; private set; } = null!;
}
