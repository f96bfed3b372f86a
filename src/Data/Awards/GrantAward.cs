using System.Globalization;
using System.Security.Cryptography;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>How an award is granted: what is left out follows from the selection.</summary>
/// <param name="Grade">The grade; null: as nominated, else none.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Number">The certificate's number.</param>
public sealed record GrantedAs(AwardGrade? Grade, string? Title, string? Number);

/// <summary>Grants an award after its public notice, or rejects the nominee (rules W3, W4). The award's row takes the step; its points are entered in the ledger by
/// the reward rule of the day, in the same transaction.</summary>
public sealed class GrantAward(AwardWrites writes)
{
    private const int LongestTitle = 100, LongestNumber = 60;

    public Task<AwardWritten> RunAsync(Caller caller, RecordKey nomination, GrantedAs granted, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeNominationAsync(caller, AwardSteps.Grant, nomination, terms, async (work, row) =>
        {
            await RequireConditionsAsync(work, row, cancellation);
            var school = await work.Context.Schools.SingleAsync(s => s.DistrictId == row.DistrictId && s.SchoolId == row.SchoolId, cancellation);
            var district = await work.Context.Districts.SingleAsync(d => d.DistrictId == row.DistrictId, cancellation);
            var ofSchool = work.Round.SchoolId is not null;
            var award = new Award
            {
                DistrictId = row.DistrictId,
                SchoolId = row.SchoolId,
                Source = AwardSource.Granted,
                AwardNominationId = row.AwardNominationId,
                TeacherId = row.TeacherId,
                ClassId = row.ClassId,
                PaperId = row.PaperId,
                Name = row.Name,
                Kind = row.Kind,
                Level = work.Round.Level,
                Grade = granted.Grade ?? row.Grade ?? AwardGrade.None,
                Title = InputText.Optional(granted.Title, "title", LongestTitle) ?? AwardTitles.Of(row.Kind),
                Number = InputText.Optional(granted.Number, "number", LongestNumber)
                    ?? AwardTitles.Number(ofSchool ? school.Code[^4..] : district.Code ?? $"{district.DistrictId}", row.Kind, work.Today.Year, row.AwardNominationId),
                Issuer = ofSchool ? school.Name : district.Name,
                GrantedOn = work.Today,
                GrantedBy = work.Name,
                GrantedAt = work.Now,
            };
            work.Context.Add(award);
            await work.Context.SaveChangesAsync(cancellation);
            await RewardLedger.EnterAsync(work.Context, award, work.Today, cancellation);
            work.Gives(() => award.AwardId);
        }, cancellation);

    /// <summary>Rejects a nominee under public notice.</summary>
    public Task<AwardWritten> RejectAsync(Caller caller, RecordKey nomination, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeNominationAsync(caller, AwardSteps.Reject, nomination, terms,
            (work, row) => work.StepAsync(row, AwardNominationState.Rejected, InputText.Require(reason, "reason"), cancellation), cancellation);

    /// <summary>Revokes an award (撤销): the record stays, and what it gave in points is taken back by entries.</summary>
    public Task<AwardWritten> RevokeAsync(Caller caller, RecordKey award, string reason, WriteTerms terms, CancellationToken cancellation) => writes.ChangeOfAsync(
        caller, context => context.Awards.Where(a => a.DistrictId == award.DistrictId && a.AwardId == award.Id && a.Nomination != null).Select(a => a.Nomination!.AwardRoundId),
        award.DistrictId, terms, async work =>
        {
            await work.RequireAsync(AwardSteps.Revoke, nomination: null, cancellation);
            work.RequireVersion(terms);
            var row = await AwardWork.RowAsync(work.Context.Awards.Where(a => a.DistrictId == award.DistrictId && a.AwardId == award.Id), cancellation);
            await RevokeAsync(work.Context, row, work.Name, work.Today, reason, cancellation);
            work.Gives(() => row.AwardId);
        }, cancellation, transaction => RevokeOutsideAsync(transaction, caller, award, reason, cancellation));

    // Of another body: no selection tells who may, so it is the office that records such.
    private async Task<AwardWritten> RevokeOutsideAsync(WriteTransaction<HomeroomDbContext> transaction, Caller caller, RecordKey award, string reason, CancellationToken cancellation)
    {
        var context = transaction.Context;
        await context.Database.ExecuteSqlAsync($"select from homeroom.award where district_id = {award.DistrictId} and award_id = {award.Id} for no key update", cancellation);
        var row = await AwardWork.RowAsync(context.Awards.Where(a => a.DistrictId == award.DistrictId && a.AwardId == award.Id && a.Source == AwardSource.Outside), cancellation);
        if (!caller.HasAnyAtSchool(row.DistrictId, row.SchoolId))
            throw AwardWork.NoSuchRow();
        RecordOutsideAward.RequireOffice(caller, row.DistrictId, row.SchoolId, row.Kind);
        await RevokeAsync(context, row, await caller.NameInAsync(context, row.DistrictId, cancellation), writes.Today, reason, cancellation);
        await context.SaveChangesAsync(cancellation);
        return new AwardWritten(row.DistrictId, RoundId: null, row.AwardId);
    }

    private static async Task RevokeAsync(HomeroomDbContext context, Award row, string name, DateOnly today, string reason, CancellationToken cancellation)
    {
        if (row.RevokedOn is { } on)
            throw Refusal.TakenBefore("w3_a_revocation_stays", "revoked", row.RevokedBy, on);
        (row.RevokedOn, row.RevokedBy, row.RevocationReason) = (today, name, InputText.Require(reason, "reason"));
        await context.SaveChangesAsync(cancellation);
        await RewardLedger.TakeBackAsync(context, row, today, cancellation);
    }

    // The database asks them again, when the award takes the step; the award itself is not there yet.
    private static async Task RequireConditionsAsync(AwardWork work, AwardNomination row, CancellationToken cancellation)
    {
        var missing = await DatabaseCondition.MissingAsync(
            work.Connection,
            "select code, part, detail from homeroom.missing_of_nomination_step($1, $2, 'notice', 'granted', null, $3) where code <> 'w3_a_grant_is_an_award'",
            "nomination", [row.DistrictId, row.AwardNominationId, work.Today], cancellation);
        if (missing.Count > 0)
            throw new RefusedException(missing);
    }
}

/// <summary>What awards are called and numbered where nobody says otherwise.</summary>
internal static class AwardTitles
{
    public static string Of(AwardKind kind) => kind switch
    {
        AwardKind.ExcellentHomeroomTeacher => "优秀班主任",
        AwardKind.FamedHomeroomTeacher => "名班主任",
        AwardKind.ExcellentPaper => "优秀论文",
        AwardKind.ExcellentCase => "优秀案例",
        AwardKind.ExcellentResult => "优秀成果",
        _ => "样板班级",
    };

    // Without those that are taken for others on paper: 0 and O, 1 and I and L.
    private const string Drawn = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int DrawnCharacters = 4;

    /// <summary>Unique, for a nomination has its number once; and with four characters drawn at random at its end, for anybody may ask for what a number
    /// is of (<see cref="CertificateCheck"/>), and who has one number should not find its neighbours.</summary>
    public static string Number(string place, AwardKind kind, int year, long nomination) => string.Create(
        CultureInfo.InvariantCulture, $"{place}{Initials(kind)}{year}{nomination:00000}{RandomNumberGenerator.GetString(Drawn, DrawnCharacters)}");

    private static string Initials(AwardKind kind) => kind switch
    {
        AwardKind.ExcellentHomeroomTeacher => "YB",
        AwardKind.FamedHomeroomTeacher => "MB",
        AwardKind.ExcellentPaper => "YL",
        AwardKind.ExcellentCase => "YA",
        AwardKind.ExcellentResult => "YC",
        _ => "YX",
    };
}
