using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Access;

/// <summary>Keys and relations of the views through which accounts are read.</summary>
internal static class AccountEntriesModel
{
    private const string Schema = "reach";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<AccountEntry>(account =>
        {
            account.ToTable("account", Schema).HasKey(a => new { a.DistrictId, a.AccountId });
            account.HasOne(a => a.District).WithMany().HasForeignKey(a => a.DistrictId);
            account.HasOne(a => a.School).WithMany().HasForeignKey(a => new { a.DistrictId, a.SchoolId });
        });
        model.Entity<AccountRoleEntry>(role =>
        {
            role.ToTable("account_role", Schema).HasKey(r => new { r.DistrictId, r.AccountRoleId });
            role.HasOne(r => r.District).WithMany().HasForeignKey(r => r.DistrictId);
            role.HasOne(r => r.School).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolId });
            role.HasOne(r => r.Teacher).WithMany().HasForeignKey(r => new { r.DistrictId, r.TeacherId });
            role.HasOne(r => r.InspectorPost).WithMany().HasForeignKey(r => new { r.DistrictId, r.InspectorPostId });
            role.HasOne(r => r.Account).WithMany(a => a.Roles).HasForeignKey(r => new { r.AccountDistrictId, r.AccountId });
            role.HasOne(r => r.Client).WithMany(c => c.Scopes).HasForeignKey(r => new { r.AccountDistrictId, r.AccountId });
        });
        model.Entity<ClientEntry>(client =>
        {
            client.ToTable("client", Schema).HasKey(c => new { c.DistrictId, c.ClientNumber });
            client.HasOne(c => c.District).WithMany().HasForeignKey(c => c.DistrictId);
        });
        model.Entity<ClientSecretEntry>(secret =>
        {
            secret.ToTable("client_secret", Schema).HasKey(s => new { s.DistrictId, s.SecretNumber });
            secret.HasOne(s => s.Client).WithMany(c => c.Secrets).HasForeignKey(s => new { s.DistrictId, s.ClientNumber });
        });
    }
}
