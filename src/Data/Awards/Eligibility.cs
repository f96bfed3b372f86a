using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.Data.Awards;

/// <summary>A condition of eligibility as it is found now (rule W2).</summary>
/// <param name="Rule">The id of the rule that asks for it.</param>
/// <param name="Code">Which condition it is; <see cref="EligibilityConditions"/> has its words.</param>
/// <param name="Found">What was found; null: nothing.</param>
/// <param name="Required">What is asked for.</param>
/// <param name="IsMet">Whether it is met.</param>
public sealed record FoundCondition(string Rule, string Code, string? Found, string? Required, bool IsMet);

/// <summary>Whether somebody or something could be nominated in a selection, condition by condition (rule W2).</summary>
/// <param name="On">The day it is found for.</param>
/// <param name="Conditions">Each that the selection asks.</param>
public sealed record FoundEligibility(DateOnly On, IReadOnlyList<FoundCondition> Conditions)
{
    public bool IsEligible => Conditions.All(condition => condition.IsMet);
}

/// <summary>Explains eligibility (rule W2), to the office that runs the selection, the nominee's, the committee, and the nominee. Changes nothing.</summary>
public sealed class Eligibility(HomeroomDatabase database, BusinessClock clock)
{
    /// <exception cref="RefusedException">There is no such selection or nominee that the caller may ask about.</exception>
    public async Task<FoundEligibility> ExplainAsync(Caller caller, RecordKey round, Nominee nominee, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(caller.Actor, cancellation);
        var context = transaction.Context;
        var row = await AwardWork.RowAsync(context.AwardRounds.AsNoTracking().Where(r => r.DistrictId == round.DistrictId && r.AwardRoundId == round.Id), cancellation);
        var authority = await AwardAuthority.OfAsync(context, caller, row, cancellation);
        var today = clock.Today;
        if (!authority.Sees || await SchoolOfAsync(context, row, nominee, today, cancellation) is not { } school || !MayAsk(caller, authority, row, nominee, school))
            throw AwardWork.NoSuchRow();
        return new(today, await OfAsync(transaction.Connection, round, school, nominee.Teacher?.Id, nominee.Class?.Id, nominee.Paper?.Id, today, cancellation));
    }

    internal static async Task<IReadOnlyList<FoundCondition>> OfAsync(
        NpgsqlConnection connection, RecordKey round, long school, long? teacher, long? ofClass, long? paper, DateOnly today, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(
            "select rule, code, found, required, is_met from homeroom.award_eligibility($1, $2, $3, $4, $5, $6, $7) order by place", connection)
        {
            Parameters =
            {
                new() { Value = round.DistrictId }, new() { Value = round.Id }, new() { Value = school },
                new() { Value = (object?)teacher ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint }, new() { Value = (object?)ofClass ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                new() { Value = (object?)paper ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint }, new() { Value = today },
            },
        };
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        var found = new List<FoundCondition>();
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(new(
                rows.GetString(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetBoolean(4)));
        }
        return found;
    }

    private static async Task<long?> SchoolOfAsync(HomeroomDbContext context, AwardRound round, Nominee nominee, DateOnly today, CancellationToken cancellation)
    {
        if (nominee.Class is { } of)
        {
            return await context.Classes.Where(c => of.DistrictId == round.DistrictId && c.DistrictId == round.DistrictId && c.ClassId == of.Id)
                .Select(c => (long?)c.SchoolId).SingleOrDefaultAsync(cancellation);
        }
        return nominee.Teacher is { } teacher && teacher.DistrictId == round.DistrictId
            ? await context.Employments
                .Where(e => e.DistrictId == round.DistrictId && e.TeacherId == teacher.Id && e.StartsOn <= today && (e.EndsOn == null || today < e.EndsOn))
                .OrderByDescending(e => e.SchoolId == round.SchoolId).ThenByDescending(e => e.IsPrimary).Select(e => (long?)e.SchoolId).FirstOrDefaultAsync(cancellation)
            : null;
    }

    // What is found is personal: who runs the selection or nominates for it, who decides, and oneself.
    private static bool MayAsk(Caller caller, AwardAuthority authority, AwardRound round, Nominee nominee, long school) =>
        authority.Is(AwardActor.Office) || authority.Is(AwardActor.GrantingBody) || authority.IsOnCommittee
        || (round.SchoolId is null && AwardAuthority.IsOffice(caller, round.DistrictId, school, round.Kind))
        || (nominee.Teacher is { } teacher && authority.Persons.Contains(teacher.Id));
}
