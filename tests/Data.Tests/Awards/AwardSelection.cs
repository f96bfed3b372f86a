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

    /// <summary>A selection of excellent homeroom teachers of the first semester.</summary>
    public static async Task<AwardSelection> CreateAsync(NpgsqlDataSource writer, string kind = "excellent_homeroom_teacher")
    {
        var d = await SmallDistrict.CreateAsync(writer);
        var semester = await SemesterAsync(writer, d);
        return new(writer, d) { Round = await writer.ScalarAsync<long>(RoundSql, d.Id, d.School, kind, "school", d.SchoolYear, semester) };
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

    public Task GoToAsync(string state) => writer.ExecuteAsync(
        "update homeroom.award_round set state = $3 where district_id = $1 and award_round_id = $2", district.Id, Round, state);

    public Task PutUpNoticeAsync(string startsOn, string endsOn) => writer.ExecuteAsync(NoticeSql, district.Id, Round, startsOn, endsOn);

    public const string NoticeSql = """
        update homeroom.award_round set state = 'notice', notice_starts_on = $3::text::date, notice_ends_on = $4::text::date
        where district_id = $1 and award_round_id = $2
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

    public Task DecideAsync(long nomination) => writer.ExecuteAsync(
        "update homeroom.award_nomination set state = 'granted', decided_on = '2026-11-27' where district_id = $1 and award_nomination_id = $2",
        district.Id, nomination);

    public const string GrantSql = """
        insert into homeroom.award
            (district_id, school_id, source, award_nomination_id, teacher_id, name, kind, level, title, number, issuer, granted_on)
        values ($1, $2, 'granted', $3, $4, 'N', 'excellent_homeroom_teacher', 'school', 'T', $5, 'I', $6::text::date) returning award_id
        """;

    public object[] Grant(long nomination, long teacher, string number = "1", string on = "2026-11-27") =>
        [district.Id, district.School, nomination, teacher, number, on];
}
