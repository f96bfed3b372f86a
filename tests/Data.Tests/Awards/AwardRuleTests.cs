using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Awards;

/// <summary>The steps of a selection, as far as the database refuses a wrong one.</summary>
public sealed class AwardRuleTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "W1")]
    public async Task Kinds_go_with_their_levels_and_periods()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var semester = await AwardSelection.SemesterAsync(Writer, d);
        await RefusedAsync("w1_a_school_awards_at_school_level", d.School, "excellent_paper", "county", semester);
        await RefusedAsync("w1_a_school_awards_at_school_level", null, "excellent_paper", "school", semester);
        await RefusedAsync("w1_excellent_homeroom_teachers_are_of_a_school_and_semester", d.School, "excellent_homeroom_teacher", "school", null);
        await RefusedAsync("w1_famed_homeroom_teachers_are_of_a_district", d.School, "famed_homeroom_teacher", "school", semester);
        await Writer.ExecuteAsync(AwardSelection.RoundSql, d.Id, d.School, "excellent_homeroom_teacher", "school", d.SchoolYear, semester);
        await RefusedAsync("w1_one_selection_of_homeroom_teachers_a_semester", d.School, "excellent_homeroom_teacher", "school", semester);
        await Writer.ExecuteAsync(AwardSelection.RoundSql, d.Id, DBNull.Value, "famed_homeroom_teacher", "county", d.SchoolYear, DBNull.Value);

        Task RefusedAsync(string constraint, long? school, string kind, string level, long? of) => Writer.RefusedByAsync(
            constraint, AwardSelection.RoundSql, d.Id, (object?)school ?? DBNull.Value, kind, level, d.SchoolYear, (object?)of ?? DBNull.Value);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_nominee_is_nominated_once_and_stays()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await Writer.RefusedByAsync("w3_a_teacher_is_nominated_once", AwardSelection.NominationSql, selection.Nominee(d.Teachers[0]));
        await Writer.RefusedByAsync("w3_a_nomination_keeps_its_nominee",
            "update homeroom.award_nomination set teacher_id = $3 where district_id = $1 and award_nomination_id = $2", d.Id, nomination, d.Teachers[1]);
        await Writer.RefusedByAsync("w3_no_state_without_a_step",
            "update homeroom.award_nomination set state = 'withdrawn', decided_on = '2026-11-17' where district_id = $1 and award_nomination_id = $2", d.Id, nomination);
        await selection.StepAsync("nominated", "withdrawn", nomination);
        await selection.NominateAsync(d.Teachers[0]);
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task Who_or_what_is_nominated_fits_the_kind()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        await Writer.RefusedByAsync("w1_a_model_class_is_a_class", AwardSelection.NominationSql,
            d.Id, selection.Round, d.School, "excellent_homeroom_teacher", d.Teachers[0], d.Classes[0], DBNull.Value);
        await Writer.RefusedByAsync("w1_a_person_is_nominated_but_for_a_class", AwardSelection.NominationSql,
            d.Id, selection.Round, d.School, "excellent_homeroom_teacher", DBNull.Value, DBNull.Value, DBNull.Value);
        await Writer.RefusedByAsync("award_nomination_district_id_award_round_id_kind_fkey", AwardSelection.NominationSql,
            d.Id, selection.Round, d.School, "model_class", DBNull.Value, d.Classes[0], DBNull.Value);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S', 's', 'primary') returning school_id", d.Id);
        await Writer.RefusedByAsync("w3_a_schools_round_has_nominees_of_the_school", AwardSelection.NominationSql,
            d.Id, selection.Round, other, "excellent_homeroom_teacher", d.Teachers[0], DBNull.Value, DBNull.Value);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Nobody_votes_on_oneself()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[1]);
        await selection.OpenVoteAsync(nomination);
        await Writer.RefusedByAsync("w3_no_vote_on_oneself", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[0]));
        await Writer.ExecuteAsync(AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await Writer.RefusedByAsync("w3_one_vote_a_member", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await Writer.RefusedByAsync("w3_no_vote_on_oneself",
            "update homeroom.award_vote set teacher_id = $2 where district_id = $1", d.Id, d.Teachers[0]);
        await Writer.RefusedByAsync(
            "award_vote_district_id_award_round_id_teacher_id_fkey", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[2]));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Who_heads_a_nominated_class_does_not_vote_on_it()
    {
        var selection = await AwardSelection.CreateAsync(Writer, "model_class");
        var d = selection.District;
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        var nomination = await Writer.ScalarAsync<long>(
            AwardSelection.NominationSql, d.Id, selection.Round, d.School, "model_class", DBNull.Value, d.Classes[0], DBNull.Value);
        await selection.SeatAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[1]);
        await selection.OpenVoteAsync(nomination);
        await Writer.RefusedByAsync("w3_no_vote_on_oneself", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[0]));
        await Writer.ExecuteAsync(AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Votes_are_cast_changed_and_taken_back_only_while_the_round_votes()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[1]);
        await Writer.RefusedByAsync("w3_votes_while_the_round_votes", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await selection.OpenVoteAsync(nomination);
        await Writer.ExecuteAsync(AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await Writer.ExecuteAsync(AwardSelection.NoticeSql, d.Id, selection.Round, "2026-11-19", "2026-11-27");
        await selection.StepAsync("voting", "notice");
        await Writer.RefusedByAsync("w3_votes_while_the_round_votes", "update homeroom.award_vote set value = 'reject' where district_id = $1", d.Id);
        await Writer.RefusedByAsync("w3_votes_while_the_round_votes", "delete from homeroom.award_vote where district_id = $1", d.Id);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_vote_that_comes_as_the_round_is_closed_waits_and_is_refused()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[1]);
        await selection.OpenVoteAsync(nomination);
        await using var closing = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await closing.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var close = new NpgsqlCommand(AwardSelection.StepSql, closing))
        {
            foreach (var value in selection.Step("voting", "cancelled"))
                close.Parameters.Add(new() { Value = value });
            await close.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var late = Writer.RefusedByAsync("w3_votes_while_the_round_votes", AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(late.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await late;
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task The_public_notice_lasts_its_working_days_by_calendar_and_policy()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        // Put up on Thursday 19 November; Friday, then Monday to Thursday: over on Friday 27 November.
        await RefusedAsync("2026-11-26");
        await AcceptedAsync("2026-11-27");
        await Writer.ExecuteAsync("insert into homeroom.calendar_day (district_id, day, kind, name) values ($1, '2026-11-23', 'holiday', 'H')", d.Id);
        await RefusedAsync("2026-11-26");
        await AcceptedAsync("2026-11-28");
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, figure, starts_on, reason, decided_by)
            values ($1, $2, 'w3_notice_working_days', 7, '2026-09-01', 'R', 'D')
            """, d.Id, d.School);
        await RefusedAsync("2026-11-29");
        await AcceptedAsync("2026-12-02");
        await Writer.ExecuteAsync("update homeroom.award_round set notice_starts_on = null, notice_ends_on = null where district_id = $1", d.Id);
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.SeatAsync(d.Teachers[1]);
        await selection.OpenVoteAsync(nomination);
        await Writer.ExecuteAsync(AwardSelection.VoteSql, selection.Vote(nomination, d.Teachers[1]));
        await Writer.RefusedByAsync("w3_no_notice_without_days", AwardSelection.StepSql, selection.Step("voting", "notice"));

        Task AcceptedAsync(string endsOn) => Writer.ExecuteAsync(AwardSelection.NoticeSql, d.Id, selection.Round, "2026-11-19", endsOn);

        Task RefusedAsync(string endsOn) => Writer.RefusedByAsync(
            "w3_notice_lasts_its_working_days", AwardSelection.NoticeSql, d.Id, selection.Round, "2026-11-19", endsOn);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_grant_comes_after_the_notice_is_the_nominations_and_has_a_number_of_its_own()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var first = await selection.NominateAsync(d.Teachers[0]);
        var second = await selection.NominateAsync(d.Teachers[1]);
        await Writer.RefusedByAsync("w3_a_step_comes_in_its_turn", AwardSelection.GrantSql, selection.Grant(first, d.Teachers[0]));
        await selection.PutUpNoticeAsync("2026-11-19", "2026-11-27", d.Teachers[2], first, second);
        await Writer.RefusedByAsync("w3_a_grant_comes_after_the_notice", AwardSelection.GrantSql, selection.Grant(first, d.Teachers[0], on: "2026-11-26"));
        await Writer.RefusedByAsync("w3_a_grant_is_the_nominations", AwardSelection.GrantSql, selection.Grant(first, d.Teachers[1]));
        await Writer.ExecuteAsync(AwardSelection.GrantSql, selection.Grant(first, d.Teachers[0]));
        await Writer.RefusedByAsync("w3_one_award_a_nomination", AwardSelection.GrantSql, selection.Grant(first, d.Teachers[0], "2"));
        await Writer.RefusedByAsync("w3_one_award_a_number", AwardSelection.GrantSql, selection.Grant(second, d.Teachers[1]));
        await Writer.RefusedByAsync("w3_objections_come_before_the_grant", AwardSelection.ObjectionSql, selection.Objection(first));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Objections_are_handled_one_by_one_before_a_grant()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.PutUpNoticeAsync("2026-11-19", "2026-11-27", d.Teachers[2], nomination);
        await Writer.ExecuteAsync(AwardSelection.ObjectionSql, selection.Objection(nomination));
        await Writer.RefusedByAsync("w3_no_grant_over_an_objection", AwardSelection.GrantSql, selection.Grant(nomination, d.Teachers[0]));
        await Writer.RefusedByAsync("w3_a_handled_objection_has_day_person_and_finding",
            "update homeroom.award_objection set state = 'dismissed', handled_on = '2026-11-25' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(
            "update homeroom.award_objection set state = 'dismissed', handled_on = '2026-11-25', handled_by = 'H', finding = 'F' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(AwardSelection.GrantSql, selection.Grant(nomination, d.Teachers[0]));
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Revoking_keeps_the_record()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await selection.PutUpNoticeAsync("2026-11-19", "2026-11-27", d.Teachers[2], nomination);
        await Writer.ExecuteAsync(AwardSelection.GrantSql, selection.Grant(nomination, d.Teachers[0]));
        await Writer.RefusedByAsync("w3_a_revocation_has_day_and_reason", "update homeroom.award set revoked_on = '2026-12-01' where district_id = $1", d.Id);
        await Writer.ExecuteAsync(
            "update homeroom.award set revoked_on = '2026-12-01', revocation_reason = 'R' where district_id = $1", d.Id);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync("delete from homeroom.award where district_id = $1", d.Id));
        Assert.Equal("HG002", refusal.SqlState);
    }

    [Fact]
    [Trait("Rule", "W2")]
    public async Task What_was_checked_is_kept_as_it_was()
    {
        var selection = await AwardSelection.CreateAsync(Writer);
        var d = selection.District;
        var nomination = await selection.NominateAsync(d.Teachers[0]);
        await Writer.ExecuteAsync("""
            insert into homeroom.award_condition (district_id, award_nomination_id, school_id, checked_on, position, rule, condition, value, required, is_met)
            values ($1, $2, $3, '2026-11-17', 1, 'E7', '师德', '0', '0', true)
            """, d.Id, nomination, d.School);
        foreach (var sql in new[] { "update homeroom.award_condition set is_met = false", "delete from homeroom.award_condition" })
            Assert.Equal("HG002", (await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync(sql))).SqlState);
    }
}
