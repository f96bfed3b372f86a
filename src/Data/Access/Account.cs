using Microsoft.AspNetCore.Identity;

namespace HomeroomGraph.Data.Access;

/// <summary>Somebody who can sign in. Names, hashes and lockout are ASP.NET Core Identity's.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>zh-CN or en.</summary>
    public string Locale { get; set; } = "zh-CN";

    public bool MustChangePassword { get; set; }
    public bool IsDisabled { get; set; }

    /// <summary>Made by the demo, with its well-known password.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Raised by the database when grants, password or disabling change: access tokens of an older one are refused.</summary>
    public int AccessVersion { get; private set; }

    public List<AccessGrant> Grants { get; } = [];
}

/// <summary>A role of an account, and where it holds.</summary>
public sealed class AccessGrant
{
    public Guid GrantId { get; set; }
    public Guid AccountId { get; set; }
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
