using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Data.Access;

/// <summary>An account that was made, with the first password, which is told this once.</summary>
public sealed record NewAccount(AccountKey Key, string UserName, FirstPassword Password, string DisplayName, long? TeacherId, string? StaffNumber);

/// <summary>
/// Makes an account with the role teacher for each teacher of a school who works there today and has none. Running it again makes
/// accounts for those who came since. By a platform admin of the district, or the school's principal.
/// </summary>
public sealed class CreateTeacherAccounts(HomeroomDatabase database, BusinessClock clock, FirstPasswords passwords)
{
    // All in one statement: the triggers of audit and reach run once, however many accounts there are.
    private const string InsertSql = """
        with given as (
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $8::timestamptz[])
                as t (user_name, normalized_user_name, display_name, password_hash, teacher_id, expires_at)),
        made as (
            insert into access.account (user_name, normalized_user_name, display_name, password_hash, security_stamp, concurrency_stamp, must_change_password, first_password_expires_at,
                district_id, school_id)
            select user_name, normalized_user_name, display_name, password_hash, gen_random_uuid()::text, gen_random_uuid()::text, true, expires_at, $6, $7 from given
            returning account_id, account_number, user_name),
        granted as (
            insert into access."grant" (account_id, role, district_id, school_id, teacher_id)
            select made.account_id, 'teacher', $6, $7, given.teacher_id from made join given using (user_name))
        select user_name, account_number from made
        """;

    /// <summary>Makes them.</summary>
    /// <exception cref="RefusedException">There is no such school, or it is not the caller's to manage.</exception>
    public async Task<IReadOnlyList<NewAccount>> RunAsync(Acting acting, int districtId, long schoolId, CancellationToken cancellation)
    {
        await using var work = await database.BeginAccessWriteAsync(acting.Actor, cancellation);
        await RequireAllowedAsync(work.Context, acting, districtId, schoolId, cancellation);

        // Two who do so at once must not make two accounts for a person.
        await work.Context.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('teacher accounts', {districtId}))", cancellation);
        var (district, teachers) = await FindTeachersAsync(work, districtId, schoolId, cancellation);
        var accounts = await NameAsync(work.Context, district, teachers, cancellation);
        var made = await InsertAsync(work.Connection, districtId, schoolId, accounts, cancellation);
        await work.CommitAsync(cancellation);
        return made;
    }

    private static async Task RequireAllowedAsync(
        AccessDbContext context, Acting acting, int districtId, long schoolId, CancellationToken cancellation)
    {
        if (acting.AccountId is { } id)
            await AccountLocks.TakeAsync(context, [id], cancellation);
        var authority = await AccountAuthority.OfAsync(context, acting, cancellation);
        if (!authority.ManagesSchool(districtId, schoolId))
            throw NoSuchSchool();
    }

    private static RefusedException NoSuchSchool() =>
        new(Refusal.NotFound("There is no such school among those you manage. 您管理的学校中没有这所学校。", "schoolId"));

    // The role of the accounts reads no record, so these come through the writers' connection, after the caller's right is known.
    private async Task<(string District, List<Teacher> Teachers)> FindTeachersAsync(
        WriteTransaction<AccessDbContext> work, int districtId, long schoolId, CancellationToken cancellation)
    {
        var today = clock.Today;
        var served = await work.Context.Grants.Where(g => g.DistrictId == districtId && g.TeacherId != null)
            .Select(g => g.TeacherId!.Value).Distinct().ToHashSetAsync(cancellation);
        await using var read = await database.BeginWriteAsync(new Actor("accounts"), cancellation);
        var school = await read.Context.Schools.Include(s => s.District)
            .SingleOrDefaultAsync(s => s.DistrictId == districtId && s.SchoolId == schoolId, cancellation) ?? throw NoSuchSchool();
        var employed = await read.Context.Teachers.AsNoTracking()
            .Where(t => t.DistrictId == districtId && (t.Status == TeacherStatus.Active || t.Status == TeacherStatus.OnLeave))
            .Where(t => t.Employments.Any(e => e.SchoolId == schoolId && e.StartsOn <= today && (e.EndsOn == null || today < e.EndsOn)))
            .OrderBy(t => t.StaffNumber).ToListAsync(cancellation);
        return (TeacherUserNames.DistrictPart(districtId, school.District.Code), [.. employed.Where(t => !served.Contains(t.TeacherId))]);
    }

    private async Task<List<NewAccount>> NameAsync(
        AccessDbContext context, string district, List<Teacher> teachers, CancellationToken cancellation)
    {
        var end = "@" + district.ToUpperInvariant();
        var taken = await context.Accounts.Where(a => a.NormalizedUserName!.EndsWith(end))
            .Select(a => a.NormalizedUserName!).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        return [.. teachers.Select(teacher => new NewAccount(
            default, TeacherUserNames.Take(TeacherUserNames.Of(teacher.StaffNumber, teacher.TeacherId, district), taken),
            passwords.Create(), teacher.Name, teacher.TeacherId, teacher.StaffNumber))];
    }

    private static async Task<List<NewAccount>> InsertAsync(
        NpgsqlConnection connection, int districtId, long schoolId, List<NewAccount> accounts, CancellationToken cancellation)
    {
        if (accounts.Count == 0)
            return accounts;
        var hashes = accounts.AsParallel().AsOrdered().Select(account => FirstPasswords.HashOf(account.Password.Password)).ToArray();
        await using var insert = new NpgsqlCommand(InsertSql, connection)
        {
            Parameters =
            {
                new() { Value = accounts.Select(a => a.UserName).ToArray() },
                new() { Value = accounts.Select(a => a.UserName.ToUpperInvariant()).ToArray() },
                new() { Value = accounts.Select(a => a.DisplayName).ToArray() },
                new() { Value = hashes },
                new() { Value = accounts.Select(a => a.TeacherId!.Value).ToArray() },
                new() { Value = districtId },
                new() { Value = schoolId },
                new() { Value = accounts.Select(a => a.Password.ExpiresAt).ToArray() },
            },
        };
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var rows = await insert.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            numbers.Add(rows.GetString(0), rows.GetInt64(1));
        return [.. accounts.Select(account => account with { Key = new(districtId, numbers[account.UserName]) })];
    }
}
