using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Inbox;

/// <summary>Keys and relations of notifications, and of the view of one's own mailbox.</summary>
internal static class InboxModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Notification>(notification =>
        {
            notification.ToTable("notification", "inbox").HasKey(n => new { n.DistrictId, n.NotificationId });
            notification.HasOne(n => n.District).WithMany().HasForeignKey(n => n.DistrictId);
            notification.HasOne(n => n.School).WithMany().HasForeignKey(n => new { n.DistrictId, n.SchoolId });
            notification.HasOne(n => n.Project).WithMany(p => p.Notifications).HasForeignKey(n => new { n.DistrictId, n.ResearchProjectId });
        });
        model.Entity<Mailbox>(mailbox =>
        {
            mailbox.ToTable("mailbox", "reach").HasKey(m => new { m.DistrictId, m.AccountId });
            mailbox.HasOne(m => m.District).WithMany().HasForeignKey(m => m.DistrictId);
        });
    }
}
