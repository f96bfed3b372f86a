using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Awards;

/// <summary>Who or what is put forward: a teacher, a teacher's paper, or a class.</summary>
public sealed record Nominee(RecordKey? Teacher, RecordKey? Class, RecordKey? Paper);

/// <summary>Puts a nominee forward, and takes a nomination back (rule W3).</summary>
public sealed class Nominate(AwardWrites writes)
{
    public Task<AwardWritten> RunAsync(
        Caller caller, RecordKey round, Nominee nominee, AwardGrade? grade, string statement, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, step: null, round, terms, async work =>
        {
            var nomination = new AwardNomination
            {
                DistrictId = round.DistrictId,
                AwardRoundId = round.Id,
                Kind = work.Round.Kind,
                TeacherId = nominee.Teacher?.Id,
                ClassId = nominee.Class?.Id,
                PaperId = nominee.Paper?.Id,
                Name = "",
                Grade = grade,
                Statement = InputText.Require(statement, "statement"),
                NominatedBy = work.Name,
                NominatedOn = work.Today,
            };
            (nomination.SchoolId, nomination.Name) = await PlaceOfAsync(work, nominee, cancellation);
            await work.RequireAsync(AwardSteps.Nominate, nomination, cancellation);
            work.RequireVersion(terms);
            work.Context.Add(nomination);
            work.Gives(() => nomination.AwardNominationId);
        }, cancellation);

    public Task<AwardWritten> WithdrawAsync(Caller caller, RecordKey nomination, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeNominationAsync(caller, AwardSteps.Withdraw, nomination, terms,
            (work, row) => work.StepAsync(row, AwardNominationState.Withdrawn, InputText.Require(reason, "reason"), cancellation), cancellation);

    /// <summary>The nominee's school and name today.</summary>
    private static async Task<(long School, string Name)> PlaceOfAsync(AwardWork work, Nominee nominee, CancellationToken cancellation)
    {
        var (context, round, today) = (work.Context, work.Round, work.Today);
        if ((round.Kind == AwardKind.ModelClass) != (nominee.Class is not null))
            throw new RefusedException(RuleTable.Of("w1_a_model_class_is_a_class").Refuse(null, "input", "classId"));
        if (nominee.Class is { } of)
        {
            var found = await context.Classes.Where(c => of.DistrictId == round.DistrictId && c.DistrictId == round.DistrictId && c.ClassId == of.Id)
                .Select(c => new { c.SchoolId, c.Name }).SingleOrDefaultAsync(cancellation);
            return found is null ? throw NoNominee("classId") : (found.SchoolId, found.Name);
        }
        if (nominee.Teacher is not { } teacher)
            throw new RefusedException(RuleTable.Of("w1_a_person_is_nominated_but_for_a_class").Refuse(null, "input", "teacherId"));
        if (nominee.Paper is { } paper && (paper.DistrictId != round.DistrictId
                || !await context.Papers.AnyAsync(p => p.DistrictId == round.DistrictId && p.PaperId == paper.Id, cancellation)))
            throw NoNominee("paperId");
        // A school's selection takes who works there; a district's goes by the main employment.
        var place = await context.Employments
            .Where(e => teacher.DistrictId == round.DistrictId && e.DistrictId == round.DistrictId && e.TeacherId == teacher.Id
                && e.StartsOn <= today && (e.EndsOn == null || today < e.EndsOn))
            .OrderByDescending(e => e.SchoolId == round.SchoolId).ThenByDescending(e => e.IsPrimary)
            .Select(e => new { e.SchoolId, e.Teacher.Name }).FirstOrDefaultAsync(cancellation);
        return place is null ? throw NoNominee("teacherId") : (place.SchoolId, place.Name);
    }

    private static RefusedException NoNominee(string field) =>
        new(Refusal.NotFound("There is nobody and nothing such in the district today. 本区县目前没有该教师、班级或论文。", field));
}
