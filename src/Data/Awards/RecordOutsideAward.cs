using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>An award of another body as its certificate has it.</summary>
/// <param name="School">The recipient's school.</param>
/// <param name="Recipient">The teacher, the teacher's paper, or the class.</param>
/// <param name="Kind">What is awarded.</param>
/// <param name="Level">Who awards: above the school.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Title">What it is called; null: its kind.</param>
/// <param name="Number">The certificate's number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="GrantedOn">The day on the certificate.</param>
public sealed record OutsideAward(
    RecordKey School, Nominee Recipient, AwardKind Kind, AwardLevel Level, AwardGrade Grade, string? Title, string Number, string Issuer, DateOnly GrantedOn);

/// <summary>Records an award of another body from its certificate (rules W1, W4): there is no selection of it here, and its points are entered as for every award.</summary>
public sealed class RecordOutsideAward(AwardWrites writes)
{
    private const int LongestTitle = 100, LongestNumber = 60, LongestIssuer = 100;

    /// <param name="caller">Who asks: the office of the school that runs selections of the kind.</param>
    /// <param name="said">What stands on the certificate.</param>
    /// <param name="terms">Under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is others' to record, it is recorded already, or it breaks a rule.</exception>
    public Task<AwardWritten> RunAsync(Caller caller, OutsideAward said, WriteTerms terms, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, async transaction =>
        {
            RequireOffice(caller, said.School.DistrictId, said.School.Id, said.Kind);
            if (said.GrantedOn > writes.Today)
                throw new RefusedException(RuleTable.Of("w1_an_award_is_recorded_after_its_grant").Refuse(null, "input", "grantedOn"));
            var context = transaction.Context;
            var award = new Award
            {
                DistrictId = said.School.DistrictId,
                SchoolId = said.School.Id,
                Source = AwardSource.Outside,
                TeacherId = said.Recipient.Teacher?.Id,
                ClassId = said.Recipient.Class?.Id,
                PaperId = said.Recipient.Paper?.Id,
                Name = await NameAsync(context, said, cancellation),
                Kind = said.Kind,
                Level = said.Level,
                Grade = said.Grade,
                Title = InputText.Optional(said.Title, "title", LongestTitle) ?? AwardTitles.Of(said.Kind),
                Number = InputText.Require(said.Number, "number", LongestNumber),
                Issuer = InputText.Require(said.Issuer, "issuer", LongestIssuer),
                GrantedOn = said.GrantedOn,
                RecordedBy = await caller.NameInAsync(context, said.School.DistrictId, cancellation),
                RecordedAt = writes.Now,
            };
            context.Add(award);
            await context.SaveChangesAsync(cancellation);
            await RewardLedger.EnterAsync(context, award, writes.Today, cancellation);
            await context.SaveChangesAsync(cancellation);
            return new AwardWritten(award.DistrictId, RoundId: null, award.AwardId);
        }, cancellation);

    /// <summary>The account acts for the office that records awards of that kind at the school.</summary>
    /// <exception cref="RefusedException">It doesn't.</exception>
    internal static void RequireOffice(Caller caller, int districtId, long schoolId, AwardKind kind)
    {
        if (!AwardAuthority.IsOffice(caller, districtId, schoolId, kind))
            throw new RefusedException(Refusal.NotAllowed(
                "Awards of other bodies are recorded by the school's moral-education office, or its research office for papers, cases and results. 外部奖项由学校政教处登记，论文、案例、成果类也可由教科室登记。") with { Rule = "W1" });
    }

    private static async Task<string> NameAsync(HomeroomDbContext context, OutsideAward said, CancellationToken cancellation)
    {
        var district = said.School.DistrictId;
        if ((said.Kind == AwardKind.ModelClass) != (said.Recipient.Class is not null))
            throw new RefusedException(RuleTable.Of("w1_a_model_class_is_a_class").Refuse(null, "input", "classId"));
        if (said.Recipient.Class is { } of)
        {
            return await context.Classes.Where(c => of.DistrictId == district && c.DistrictId == district && c.SchoolId == said.School.Id && c.ClassId == of.Id)
                .Select(c => c.Name).SingleOrDefaultAsync(cancellation) ?? throw NoRecipient("classId");
        }
        if (said.Recipient.Teacher is not { } teacher)
            throw new RefusedException(RuleTable.Of("w1_a_person_is_nominated_but_for_a_class").Refuse(null, "input", "teacherId"));
        if (said.Recipient.Paper is { } paper
            && (paper.DistrictId != district || !await context.Papers.AnyAsync(p => p.DistrictId == district && p.PaperId == paper.Id, cancellation)))
            throw NoRecipient("paperId");
        return await context.Teachers.Where(t => teacher.DistrictId == district && t.DistrictId == district && t.TeacherId == teacher.Id)
            .Select(t => t.Name).SingleOrDefaultAsync(cancellation) ?? throw NoRecipient("teacherId");
    }

    private static RefusedException NoRecipient(string field) => new(Refusal.NotFound("There is nobody and nothing such at the school. 学校没有该教师、班级或论文。", field));
}
