using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.History;

/// <summary>A district of the tests' own, with some schools and teachers, and machine clients that read it.</summary>
internal sealed class FeedDistrict
{
    public const string EveryScope = "papers:read awards:read projects:read roster:read";

    private static int made;

    private readonly GatewayFixture _gateway;

    private FeedDistrict(GatewayFixture gateway) => _gateway = gateway;

    public int Id { get; private init; }

    public long[] Schools { get; private init; } = [];

    /// <summary>Three of each school, in the order of the schools.</summary>
    public long[] Teachers { get; private init; } = [];

    public long SchoolYear { get; private init; }

    public NpgsqlDataSource Writer => _gateway.Database.Writer;

    public static async Task<FeedDistrict> CreateAsync(GatewayFixture gateway, int schools = 3)
    {
        int number = Interlocked.Increment(ref made);
        var writer = gateway.Database.Writer;
        int id = await writer.ScalarAsync<int>(
            "insert into homeroom.district (code, name, city, province, since) values ($1, 'D', 'C', 'P', '2000-01-01') returning district_id", $"{980_000 + number}");
        var ids = await writer.ColumnAsync<long>(
            """
            insert into homeroom.school (district_id, code, name, pinyin, stage)
            select $1, lpad((9700000000 + $2 * 100 + n)::text, 10, '0'), 'S' || n, 's' || n, 'primary' from generate_series(1, $3) n returning school_id
            """, id, number, schools);
        long year = await writer.ScalarAsync<long>(
            "insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, 'Y', '2026-09-01', '2027-09-01') returning school_year_id", id);
        await writer.ExecuteAsync(
            "insert into homeroom.cohort (district_id, school_id, section, entry_year) select $1, s, 'primary', 2026 from unnest($2) s", id, ids.ToArray());
        var district = new FeedDistrict(gateway) { Id = id, Schools = [.. ids], SchoolYear = year };
        var teachers = new List<long>();
        foreach (long school in ids)
            for (int n = 0; n < 3; n++) teachers.Add(await district.TeacherAsync(school));
        return new FeedDistrict(gateway) { Id = id, Schools = [.. ids], SchoolYear = year, Teachers = [.. teachers] };
    }

    /// <summary>A teacher who works at the school, with a staff number that nobody else has.</summary>
    public Task<long> TeacherAsync(long school) => Writer.ScalarAsync<long>(
        """
        with teacher as (
            insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, 'T' || gen_random_uuid(), 'T', 't') returning teacher_id),
        employed as (
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, $2, '2020-09-01' from teacher)
        select teacher_id from teacher
        """, Id, school);

    public Task<long> PaperAsync(long? school, string title, string? doi = null) =>
        new PaperRecords(Writer, Id, school).WriteAsync(title, "2026-10-01", [("作者", null)], doi: doi);

    /// <summary>A machine client with the scopes for the whole district, or for some schools.</summary>
    public async Task<FeedClient> ClientAsync(string scopes = EveryScope, params long[] schools)
    {
        var access = _gateway.Database.Access;
        string name = $"feed-{Guid.NewGuid():N}";
        var account = await access.ScalarAsync<Guid>(
            "insert into access.account (user_name, normalized_user_name, display_name, kind) values ($1, upper($1), $1, 'client') returning account_id", name);
        await access.ExecuteAsync(
            """
            insert into access."grant" (account_id, role, district_id, school_id, scope)
            select $1, 'integrator', $2, s, scope from unnest($3::bigint[]) s, unnest($4::text[]) scope
            """, account, Id, schools.Length == 0 ? [null] : schools.Cast<long?>().ToArray(), scopes.Split(' '));
        var token = await _gateway.Services.GetRequiredService<AccessTokens>().IssueAsync(
            new TokenSubject(account, 1) { ClientId = name, Scopes = EveryScope.Split(' ') }, TestContext.Current.CancellationToken);
        return new FeedClient(_gateway, account, token.Token);
    }
}
