using Microsoft.AspNetCore.Identity;

namespace HomeroomGraph.Data.Access;

/// <summary>Somebody who can sign in. Names, hashes and lockout are ASP.NET Core Identity's.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The account's number: its id in the contract.</summary>
    public long AccountNumber { get; private set; }

    public AccountKind Kind { get; set; }

    /// <summary>Where the account belongs: the place of one of its grants. Said when it is made, so that the log of its making is the
    /// district's; kept by the database from then on.</summary>
    public int? DistrictId { get; init; }

    /// <summary>The school it belongs to; null for an account of the district.</summary>
    public long? SchoolId { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>zh-CN or en.</summary>
    public string Locale { get; set; } = "zh-CN";

    public bool MustChangePassword { get; set; }

    /// <summary>From then on a first password signs in no longer; null for an own one.</summary>
    public DateTimeOffset? FirstPasswordExpiresAt { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>A machine client that may send registered documents only.</summary>
    public bool TrustedDocumentsOnly { get; set; }

    /// <summary>Made by the demo, with its well-known password.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Raised by the database when grants, password, disabling or the documents allowed change: access tokens of an older one are refused.</summary>
    public int AccessVersion { get; private set; }

    /// <summary>Raised by the database when all sessions end: tokens of ours carry it.</summary>
    public int SessionVersion { get; private set; }

    /// <summary>When all sessions last ended: a token of a foreign authority that was issued before is refused.</summary>
    public DateTime? SessionsEndedAt { get; private set; }

    /// <summary>The day of the last sign-in, in Asia/Shanghai.</summary>
    public DateOnly? LastSignInOn { get; set; }

    public List<AccessGrant> Grants { get; } = [];
}

/// <summary>Who stands behind an account.</summary>
public enum AccountKind
{
    /// <summary>A person, or a post: signs in with a password.</summary>
    Person,

    /// <summary>集成客户端: a program, which proves itself with a secret.</summary>
    Client,
}

/// <summary>A role of an account, and where it holds.</summary>
public sealed class AccessGrant
{
    public Guid GrantId { get; set; }

    /// <summary>The grant's number: its id in the contract.</summary>
    public long GrantNumber { get; private set; }

    public Guid AccountId { get; set; }

    /// <summary>The kind of account that the role is for, kept by the database.</summary>
    public string AccountKind { get; private set; } = "";
    public required AccessRole Role { get; set; }
    public required int DistrictId { get; set; }
    public long? SchoolId { get; set; }

    /// <summary>The grade of a grade head.</summary>
    public short? Grade { get; set; }

    /// <summary>The person behind an account of role teacher.</summary>
    public long? TeacherId { get; set; }

    /// <summary>The scope of a machine client, one of <see cref="AccessScope.All"/>.</summary>
    public string? Scope { get; set; }

    /// <summary>The post of an inspector.</summary>
    public long? InspectorPostId { get; set; }

    public Account Account { get; set; } = null!;
}
