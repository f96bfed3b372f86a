using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>Keys and relations of the tables of area W.</summary>
internal static class AwardsModel
{
    public static void Configure(ModelBuilder model)
    {
        Rounds(model);
        Steps(model);
        Nominations(model);
        Votes(model);
        Awards(model);
        Rewards(model);
    }

    private static void Rounds(ModelBuilder model)
    {
        model.Entity<AwardRound>(round =>
        {
            round.ToTable("award_round").HasKey(r => new { r.DistrictId, r.AwardRoundId });
            round.Property(r => r.AwardRoundId).ValueGeneratedOnAdd();
            round.HasOne(r => r.District).WithMany(d => d.AwardRounds).HasForeignKey(r => r.DistrictId);
            round.HasOne(r => r.School).WithMany(s => s.AwardRounds).HasForeignKey(r => new { r.DistrictId, r.SchoolId });
            round.HasOne(r => r.SchoolYear).WithMany().HasForeignKey(r => new { r.DistrictId, r.SchoolYearId });
            round.HasOne(r => r.Semester).WithMany().HasForeignKey(r => new { r.DistrictId, r.SemesterId });
        });
        model.Entity<AwardCommitteeMember>(member =>
        {
            member.ToTable("award_committee_member").HasKey(m => new { m.DistrictId, m.AwardCommitteeMemberId });
            member.Property(m => m.AwardCommitteeMemberId).ValueGeneratedOnAdd();
            member.HasOne(m => m.Round).WithMany(r => r.Committee).HasForeignKey(m => new { m.DistrictId, m.AwardRoundId });
            member.HasOne(m => m.School).WithMany().HasForeignKey(m => new { m.DistrictId, m.SchoolId });
            member.HasOne(m => m.Teacher).WithMany(t => t.AwardCommittees).HasForeignKey(m => new { m.DistrictId, m.TeacherId });
        });
    }

    private static void Steps(ModelBuilder model) => model.Entity<AwardStateChange>(change =>
    {
        change.ToTable("award_state_change").HasKey(c => new { c.DistrictId, c.AwardStateChangeId });
        change.Property(c => c.AwardStateChangeId).ValueGeneratedOnAdd();
        change.HasOne(c => c.School).WithMany().HasForeignKey(c => new { c.DistrictId, c.SchoolId });
        change.HasOne(c => c.Round).WithMany(r => r.StateChanges).HasForeignKey(c => new { c.DistrictId, c.AwardRoundId });
        change.HasOne(c => c.Nomination).WithMany(n => n.StateChanges).HasForeignKey(c => new { c.DistrictId, c.AwardNominationId });
    });

    private static void Nominations(ModelBuilder model)
    {
        model.Entity<AwardNomination>(nomination =>
        {
            nomination.ToTable("award_nomination").HasKey(n => new { n.DistrictId, n.AwardNominationId });
            nomination.Property(n => n.AwardNominationId).ValueGeneratedOnAdd();
            nomination.HasOne(n => n.Round).WithMany(r => r.Nominations).HasForeignKey(n => new { n.DistrictId, n.AwardRoundId });
            nomination.HasOne(n => n.School).WithMany(s => s.AwardNominations).HasForeignKey(n => new { n.DistrictId, n.SchoolId });
            nomination.HasOne(n => n.Teacher).WithMany(t => t.AwardNominations).HasForeignKey(n => new { n.DistrictId, n.TeacherId });
            nomination.HasOne(n => n.Class).WithMany(c => c.AwardNominations).HasForeignKey(n => new { n.DistrictId, n.ClassId });
            nomination.HasOne(n => n.Paper).WithMany(p => p.AwardNominations).HasForeignKey(n => new { n.DistrictId, n.PaperId });
        });
        model.Entity<AwardCondition>(condition =>
        {
            condition.ToTable("award_condition").HasKey(c => new { c.DistrictId, c.AwardConditionId });
            condition.Property(c => c.AwardConditionId).ValueGeneratedOnAdd();
            condition.HasOne(c => c.Nomination).WithMany(n => n.Conditions).HasForeignKey(c => new { c.DistrictId, c.AwardNominationId });
        });
        model.Entity<AwardObjection>(objection =>
        {
            objection.ToTable("award_objection").HasKey(o => new { o.DistrictId, o.AwardObjectionId });
            objection.Property(o => o.AwardObjectionId).ValueGeneratedOnAdd();
            objection.HasOne(o => o.Nomination).WithMany(n => n.Objections).HasForeignKey(o => new { o.DistrictId, o.AwardNominationId });
        });
    }

    private static void Votes(ModelBuilder model) => model.Entity<AwardVote>(vote =>
    {
        vote.ToTable("award_vote").HasKey(v => new { v.DistrictId, v.AwardVoteId });
        vote.Property(v => v.AwardVoteId).ValueGeneratedOnAdd();
        vote.HasOne(v => v.Round).WithMany().HasForeignKey(v => new { v.DistrictId, v.AwardRoundId });
        vote.HasOne(v => v.Nomination).WithMany(n => n.Votes).HasForeignKey(v => new { v.DistrictId, v.AwardNominationId });
        vote.HasOne(v => v.Teacher).WithMany().HasForeignKey(v => new { v.DistrictId, v.TeacherId });
        vote.HasOne(v => v.Member).WithMany().HasForeignKey(v => new { v.DistrictId, v.AwardRoundId, v.TeacherId })
            .HasPrincipalKey(m => new { m.DistrictId, m.AwardRoundId, m.TeacherId });
    });

    private static void Awards(ModelBuilder model) => model.Entity<Award>(award =>
    {
        award.ToTable("award").HasKey(a => new { a.DistrictId, a.AwardId });
        award.Property(a => a.AwardId).ValueGeneratedOnAdd();
        award.HasOne(a => a.School).WithMany(s => s.Awards).HasForeignKey(a => new { a.DistrictId, a.SchoolId });
        award.HasOne(a => a.Nomination).WithMany(n => n.Awards).HasForeignKey(a => new { a.DistrictId, a.AwardNominationId });
        award.HasOne(a => a.Teacher).WithMany(t => t.Awards).HasForeignKey(a => new { a.DistrictId, a.TeacherId });
        award.HasOne(a => a.Class).WithMany(c => c.Awards).HasForeignKey(a => new { a.DistrictId, a.ClassId });
        award.HasOne(a => a.Paper).WithMany(p => p.Awards).HasForeignKey(a => new { a.DistrictId, a.PaperId });
    });

    private static void Rewards(ModelBuilder model)
    {
        model.Entity<RewardRule>(rule =>
        {
            rule.ToTable("reward_rule").HasKey(r => new { r.DistrictId, r.RewardRuleId });
            rule.Property(r => r.RewardRuleId).ValueGeneratedOnAdd();
            rule.HasOne(r => r.District).WithMany(d => d.RewardRules).HasForeignKey(r => r.DistrictId);
            rule.HasOne(r => r.School).WithMany(s => s.RewardRules).HasForeignKey(r => new { r.DistrictId, r.SchoolId });
        });
        model.Entity<RewardPoint>(point =>
        {
            point.ToTable("reward_point").HasKey(p => new { p.DistrictId, p.RewardPointId });
            point.Property(p => p.RewardPointId).ValueGeneratedOnAdd();
            point.HasOne(p => p.School).WithMany().HasForeignKey(p => new { p.DistrictId, p.SchoolId });
            point.HasOne(p => p.Teacher).WithMany(t => t.RewardPoints).HasForeignKey(p => new { p.DistrictId, p.TeacherId });
            point.HasOne(p => p.Award).WithMany(a => a.Points).HasForeignKey(p => new { p.DistrictId, p.AwardId });
            point.HasOne(p => p.Rule).WithMany(r => r.Entries).HasForeignKey(p => new { p.DistrictId, p.RewardRuleId });
            point.HasOne(p => p.Corrects).WithMany(p => p.Corrections).HasForeignKey(p => new { p.DistrictId, p.CorrectsId });
        });
    }
}
