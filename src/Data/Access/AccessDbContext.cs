using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomeroomGraph.Data.Access;

/// <summary>The tables of schema <c>access</c> that use cases change, behind a database role of their own.</summary>
public sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : DbContext(options)
{
    public const string Schema = "access";

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AccessGrant> Grants => Set<AccessGrant>();
    public DbSet<ClientSecret> ClientSecrets => Set<ClientSecret>();
    public DbSet<ExternalIdentity> ExternalIdentities => Set<ExternalIdentity>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.KeepEnumsAsText();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        model.Entity<Account>(ConfigureAccount);
        model.Entity<AccessGrant>(grant =>
        {
            grant.ToTable("grant").HasKey(g => g.GrantId);
            grant.HasOne(g => g.Account).WithMany(a => a.Grants).HasForeignKey(g => g.AccountId);
            grant.Property(g => g.GrantNumber).ValueGeneratedOnAdd();
            grant.Property(g => g.AccountKind).ValueGeneratedOnAddOrUpdate();
        });
        model.Entity<ClientSecret>(secret =>
        {
            secret.ToTable("client_secret").HasKey(s => s.ClientSecretId);
            secret.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
            secret.Property(s => s.SecretNumber).ValueGeneratedOnAdd();
        });
        model.Entity<ExternalIdentity>(identity =>
        {
            identity.ToTable("external_identity").HasKey(i => i.ExternalIdentityId);
            identity.HasOne(i => i.Account).WithMany().HasForeignKey(i => i.AccountId);
        });
        model.NameColumnsInSnakeCase();
        model.Entity<Account>().Property(a => a.Id).HasColumnName("account_id");
    }

    private static void ConfigureAccount(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account").HasKey(a => a.Id);
        account.Property(a => a.UserName).IsRequired();
        account.Property(a => a.NormalizedUserName).IsRequired();
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Property(a => a.AccountNumber).ValueGeneratedOnAdd();
        account.Property(a => a.DistrictId).ValueGeneratedOnAddOrUpdate().Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Save);
        account.Property(a => a.SchoolId).ValueGeneratedOnAddOrUpdate().Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Save);
        account.Property(a => a.AccessVersion).ValueGeneratedOnAddOrUpdate();
        account.Property(a => a.SessionVersion).ValueGeneratedOnAddOrUpdate();
        account.Property(a => a.SessionsEndedAt).ValueGeneratedOnAddOrUpdate();

        // Identity would keep these too; we have no use for them, and personal data that isn't there can't leak.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
    }
}
