using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Policies;

/// <summary>Keys and relations of the policies.</summary>
internal static class PoliciesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<PolicyKind>(kind => kind.ToTable("policy_kind").HasKey(k => k.PolicyKindId));
        model.Entity<Policy>(policy =>
        {
            policy.ToTable("policy").HasKey(p => new { p.DistrictId, p.PolicyId });
            policy.Property(p => p.PolicyId).ValueGeneratedOnAdd();
            policy.HasOne(p => p.District).WithMany(d => d.Policies).HasForeignKey(p => p.DistrictId);
            policy.HasOne(p => p.School).WithMany(s => s.Policies).HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            policy.HasOne(p => p.Kind).WithMany(k => k.Policies).HasForeignKey(p => p.PolicyKey).HasPrincipalKey(k => k.Key);
        });
    }
}
