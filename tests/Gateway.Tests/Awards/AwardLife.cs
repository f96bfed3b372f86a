using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Takes selections of the demo's first school through their life by the API, as the people whose part it is.</summary>
internal sealed class AwardLife(GatewayFixture gateway)
{
    /// <summary>The school's moral-education office.</summary>
    public string Office { get; private set; } = "";

    public string Principal { get; private set; } = "";

    public string School { get; private set; } = "";

    public string SchoolYear { get; private set; } = "";

    public string Semester { get; private set; } = "";

    public int District { get; private set; }

    public long SchoolKey { get; private set; }

    /// <summary>Three teachers of the school with accounts, who make the committees.</summary>
    public IReadOnlyList<AwardPerson> Committee { get; private set; } = [];

    public static async Task<AwardLife> BeginAsync(GatewayFixture gateway)
    {
        var life = new AwardLife(gateway);
        (life.Office, life.Principal) = (await gateway.SignInAsync("moral-office"), await gateway.SignInAsync("principal"));
        life.School = await gateway.OwnSchoolAsync(life.Office);
        (life.District, life.SchoolKey) = (ProjectLife.DistrictOf(life.School), DocumentCalls.KeyOf(life.School));
        var period = await gateway.Database.Owner.ScalarAsync<string>(
            "select concat_ws(' ', school_year_id, semester_id) from homeroom.semester where district_id = $1 and starts_on = '2026-09-01'", life.District);
        life.SchoolYear = life.IdOf("SchoolYear", long.Parse(period.Split(' ')[0], null));
        life.Semester = life.IdOf("Semester", long.Parse(period.Split(' ')[1], null));
        life.Committee = [await life.NewTeacherAsync("甲"), await life.NewTeacherAsync("乙"), await life.NewTeacherAsync("丙")];
        return life;
    }

    public string IdOf(string type, long key) => new GlobalId(type, new RowKey(District, key)).ToString();

    /// <summary>A teacher who is new at the school, with an account.</summary>
    public async Task<AwardPerson> NewTeacherAsync(string name)
    {
        var number = Guid.NewGuid().ToString("N")[..12];
        var teacher = await gateway.Database.Owner.ScalarAsync<long>(
            """
            with teacher as (
                insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $3, $4, 'x') returning teacher_id)
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, $2, '2020-09-01' from teacher returning teacher_id
            """, District, SchoolKey, number, name);
        var account = await gateway.Database.Owner.ScalarAsync<Guid>(
            """
            with account as (
                insert into access.account (account_id, user_name, normalized_user_name, display_name, security_stamp, district_id, school_id)
                values (gen_random_uuid(), $3, upper($3), $5, 'stamp', $1, $2) returning account_id)
            insert into access."grant" (account_id, role, district_id, school_id, teacher_id) select account_id, 'teacher', $1, $2, $4 from account returning account_id
            """, District, SchoolKey, "award-" + number, teacher, name);
        return new(IdOf("Teacher", teacher), teacher, name, account);
    }

    public Task<string> TokenOf(AwardPerson person) => gateway.TokenOfAsync(person.Account);

    /// <summary>A selection of excellent results that takes nominations: it asks for little, and there may be many of it.</summary>
    public async Task<string> OpenAsync(int? places = null, string kind = "EXCELLENT_RESULT")
    {
        var planned = await gateway.DoAsync(Office, "planAwardRound", new
        {
            schoolId = School, kind, level = "SCHOOL", schoolYearId = SchoolYear, semesterId = Semester, name = "评选", places,
        }, "awardRound { id }");
        var round = planned.GetProperty("awardRound").GetProperty("id").GetString()!;
        await gateway.DoAsync(Office, "openAwardRound", new { roundId = round });
        return round;
    }

    public async Task<string> NominateAsync(string round, AwardPerson person, string? grade = null)
    {
        var done = await gateway.DoAsync(Office, "nominateForAward", new { roundId = round, teacherId = person.Id, statement = "成果突出", grade }, "nomination { id }");
        return done.GetProperty("nomination").GetProperty("id").GetString()!;
    }

    /// <summary>Nominations are checked, and the committee votes.</summary>
    public async Task OpenVoteAsync(string round)
    {
        await gateway.DoAsync(Office, "closeAwardNominations", new { roundId = round });
        await gateway.DoAsync(Office, "checkAwardNominations", new { roundId = round });
        await gateway.DoAsync(Office, "seatAwardCommittee", new { roundId = round, teacherIds = Committee.Select(person => person.Id), chairId = Committee[0].Id });
        await gateway.DoAsync(Office, "openAwardVote", new { roundId = round });
    }

    /// <summary>All members vote so on a nomination.</summary>
    public async Task VoteAsync(string nomination, params string[] values)
    {
        foreach (var (person, value) in Committee.Zip(values))
            await gateway.DoAsync(await TokenOf(person), "castAwardVote", new { nominationId = nomination, value });
    }

    /// <summary>Each of them is under public notice.</summary>
    public async Task<IReadOnlyList<string>> NoticedAsync(string round, params AwardPerson[] people)
    {
        var nominations = new List<string>();
        foreach (var person in people)
            nominations.Add(await NominateAsync(round, person));
        await OpenVoteAsync(round);
        foreach (var nomination in nominations)
            await VoteAsync(nomination, "APPROVE", "APPROVE", "APPROVE");
        await gateway.DoAsync(Office, "closeAwardVote", new { roundId = round });
        return nominations;
    }

    /// <summary>The public notices that are up were put up ten days ago, so their five working days are over.</summary>
    public Task PassNoticeAsync() => gateway.Database.Writer.ExecuteAsync(
        "update homeroom.award_round set notice_starts_on = '2026-11-06', notice_ends_on = '2026-11-14' where district_id = $1 and state = 'notice'", District);

    public async Task<string> GrantAsync(string nomination) =>
        (await gateway.DoAsync(Principal, "grantAward", new { nominationId = nomination }, "award { id number }")).GetProperty("award").GetProperty("id").GetString()!;

    public Task<decimal> PointsAsync(AwardPerson person) => gateway.Database.Owner.ScalarAsync<decimal>(
        "select coalesce(sum(points), 0) from homeroom.reward_point where district_id = $1 and teacher_id = $2", District, person.Key);

    public async Task<JsonElement> RoundAsync(string round, string selection, string token) =>
        (await gateway.PostAsync($"query($id: ID!) {{ awardRound(id: $id) {{ {selection} }} }}", new { id = round }, token)).GetProperty("data").GetProperty("awardRound");
}

/// <summary>A teacher of a test.</summary>
internal sealed record AwardPerson(string Id, long Key, string Name, Guid Account);
