using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Awards;

/// <summary>A selection in a small district, made step by step with raw SQL.</summary>
internal sealed class AwardSelection(NpgsqlDataSource writer, SmallDistrict district)
{
    public SmallDistrict District => district;
    public long Round { get; private init; }

    public const string RoundSql = """
        insert into homeroom.award_round (district_id, school_id, kind, level, school_year_id, semester_id, name)
        values ($1, $2::bigint, $3, $4, $5, $6::bigint, 'R') returning award_round_id
        """;

    /// <summary>A selection that takes nominations, with a committee of whatever size.</summary>
    public static async Task<AwardSelection> CreateAsync(NpgsqlDataSource writer, string kind = "excellent_homeroom_teacher")
    {
        var d = await SmallDistrict.CreateAsync(writer);
        var semester = await SemesterAsync(writer, d);
        await writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by) values ($1, 'w3_committee_at_least', 1, '2026-09-01', 'R', 'D')
            """, d.Id);
        var selection = new AwardSelection(writer, d) { Round = await writer.ScalarAsync<long>(RoundSql, d.Id, d.School, kind, "school", d.SchoolYear, semester) };
        await selection.StepAsync("planned", "nominating");
        return selection;
    }

    public static Task<long> SemesterAsync(NpgsqlDataSource writer, SmallDistrict d) => writer.ScalarAsync<long>(
        """
        insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
        values ($1, $2, 1, 'S', '2026-09-01', '2027-01-23', '2026-08-31') returning semester_id
        """, d.Id, d.SchoolYear);

    public const string NominationSql = """
        insert into homeroom.award_nomination
            (district_id, award_round_id, school_id, kind, teacher_id, class_id, paper_id, name, statement, nominated_by, nominated_on)
        values ($1, $2, $3, $4, $5::bigint, $6::bigint, $7::bigint, 'N', 'S', 'B', '2026-11-16') returning award_nomination_id
        """;

    public Task<long> NominateAsync(long teacher) => writer.ScalarAsync<long>(NominationSql, Nominee(teacher));

    public object[] Nominee(long teacher) =>
        [district.Id, Round, district.School, "excellent_homeroom_teacher", teacher, DBNull.Value, DBNull.Value];

    public Task SeatAsync(long teacher) => writer.ExecuteAsync(
        "insert into homeroom.award_committee_member (district_id, award_round_id, teacher_id, name) values ($1, $2, $3, 'N')",
        district.Id, Round, teacher);

    public const string StepSql = """
        insert into homeroom.award_state_change (district_id, award_round_id, award_nomination_id, from_state, to_state, changed_by, changed_at, remark)
        values ($1, $2, $3::bigint, $4, $5, 'B', $6::text::timestamptz, $7::text)
        """;

    /// <summary>Takes a step of the selection, or of a nomination.</summary>
    public Task StepAsync(string from, string to, long? nomination = null, string on = "2026-11-18", string? remark = null) =>
        writer.ExecuteAsync(StepSql, Step(from, to, nomination, on, remark));

    public object[] Step(string from, string to, long? nomination = null, string on = "2026-11-18", string? remark = null) =>
        [district.Id, Round, (object?)nomination ?? DBNull.Value, from, to, on + "T08:00:00Z", (object?)remark ?? DBNull.Value];

    /// <summary>Every condition of a nomination is met, or one is not.</summary>
    public async Task CheckAsync(long nomination, bool isMet = true)
    {
        await KeepCheckAsync(nomination, isMet);
        await StepAsync("nominated", isMet ? "eligible" : "ineligible", nomination, remark: isMet ? null : "R");
    }

    public Task KeepCheckAsync(long nomination, bool isMet, short number = 1) => writer.ExecuteAsync("""
        insert into homeroom.award_condition (district_id, award_nomination_id, school_id, checked_on, check_number, position, rule, condition, is_met)
        values ($1, $2, $3, '2026-11-17', $5, 1, 'E8', 'C', true), ($1, $2, $3, '2026-11-17', $5, 2, 'T5', 'C', $4)
        """, district.Id, nomination, district.School, isMet, number);

    /// <summary>The nominations are found eligible, and the vote is open.</summary>
    public async Task OpenVoteAsync(params long[] nominations)
    {
        await StepAsync("nominating", "checking");
        foreach (var nomination in nominations)
            await CheckAsync(nomination);
        await StepAsync("checking", "voting");
    }

    /// <summary>Each nominee gets the vote of the committee, and the vote is closed: all are under public notice.</summary>
    public async Task PutUpNoticeAsync(string startsOn, string endsOn, long voter, params long[] nominations)
    {
        await SeatAsync(voter);
        await OpenVoteAsync(nominations);
        foreach (var nomination in nominations)
            await writer.ExecuteAsync(VoteSql, Vote(nomination, voter));
        await writer.ExecuteAsync(NoticeSql, district.Id, Round, startsOn, endsOn);
        await StepAsync("voting", "notice");
        foreach (var nomination in nominations)
            await StepAsync("eligible", "notice", nomination);
    }

    public const string NoticeSql = """
        update homeroom.award_round set notice_starts_on = $3::text::date, notice_ends_on = $4::text::date where district_id = $1 and award_round_id = $2
        """;

    public const string VoteSql = """
        insert into homeroom.award_vote (district_id, award_round_id, award_nomination_id, school_id, teacher_id, value, cast_on)
        values ($1, $2, $3, $4, $5, 'approve', '2026-11-18')
        """;

    public object[] Vote(long nomination, long teacher) => [district.Id, Round, nomination, district.School, teacher];

    public const string ObjectionSql = """
        insert into homeroom.award_objection (district_id, award_nomination_id, school_id, raised_on, content)
        values ($1, $2, $3, '2026-11-20', 'C')
        """;

    public object[] Objection(long nomination) => [district.Id, nomination, district.School];

    public const string GrantSql = """
        insert into homeroom.award
            (district_id, school_id, source, award_nomination_id, teacher_id, name, kind, level, title, number, issuer, granted_on)
        values ($1, $2, 'granted', $3, $4, 'N', 'excellent_homeroom_teacher', 'school', 'T', $5, 'I', $6::text::date) returning award_id
        """;

    public object[] Grant(long nomination, long teacher, string number = "1", string on = "2026-11-27") =>
        [district.Id, district.School, nomination, teacher, number, on];
}
