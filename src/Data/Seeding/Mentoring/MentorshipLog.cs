using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Mentoring;

/// <summary>The log of a pair, the mentee's monthly reports with some missing, and the evaluations at its end (rules M3, M4).</summary>
internal static class MentorshipLog
{
    private static readonly DateOnly Since = new(2025, 9, 1);

    public static void Add(SeedSchool school, Mentorship pair, SeedTeacher mentor, SeedTeacher mentee, Chance chance)
    {
        var until = pair.EndedOn ?? school.District.Today;
        for (var month = new DateOnly(pair.StartsOn.Year, 9, 1); month < until; month = month.AddMonths(1))
        {
            if (month < Since || month.Month is 2 or 7 or 8)
                continue;
            if (month.AddDays(20) < until)
                Act(school, pair, chance.Day(month.AddDays(15), month.AddDays(20)), chance);
            if (month.AddMonths(1) <= until && chance.Is(88))
                Report(school, pair, month, chance);
        }

        if (pair.EndedOn is { } ended)
            Evaluate(school, pair, mentor, mentee, ended);
    }

    private static void Act(SeedSchool school, Mentorship pair, DateOnly day, Chance chance)
    {
        var (kind, content) = chance.Of(MentorshipWords.Activities);
        school.District.Rows.Add(new MentorshipActivity
        {
            DistrictId = school.District.Id,
            MentorshipActivityId = school.District.Rows.IdOf<MentorshipActivity>(),
            SchoolId = school.Id,
            MentorshipId = pair.MentorshipId,
            Kind = kind,
            HeldOn = day,
            Content = content,
        });
    }

    private static void Report(SeedSchool school, Mentorship pair, DateOnly month, Chance chance)
    {
        var submitted = month.AddMonths(1).AddDays(-chance.Between(1, 4));
        DateOnly? acknowledged = submitted.AddDays(chance.Between(1, 6)) is var day && day <= school.District.Today && chance.Is(92) ? day : null;
        school.District.Rows.Add(new MentorshipReport
        {
            DistrictId = school.District.Id,
            MentorshipReportId = school.District.Rows.IdOf<MentorshipReport>(),
            SchoolId = school.Id,
            MentorshipId = pair.MentorshipId,
            Month = month,
            Content = chance.Of(MentorshipWords.Reports),
            SubmittedOn = submitted,
            AcknowledgedOn = acknowledged,
            Acknowledgement = acknowledged is null ? null : chance.Of(MentorshipWords.Answers),
        });
    }

    private static void Evaluate(SeedSchool school, Mentorship pair, SeedTeacher mentor, SeedTeacher mentee, DateOnly ended)
    {
        if (pair.State == MentorshipState.Completed)
        {
            Say(EvaluationSide.Mentor, mentor.Name, MentorshipWords.ByMentor);
            Say(EvaluationSide.Mentee, mentee.Name, MentorshipWords.ByMentee);
        }

        Say(EvaluationSide.Office, school.NameOfHead(OfficeNames.MoralEducation), pair.State == MentorshipState.Completed ? MentorshipWords.ByOffice : MentorshipWords.BrokenOff);

        void Say(EvaluationSide side, string by, string content) => school.District.Rows.Add(new MentorshipEvaluation
        {
            DistrictId = school.District.Id,
            MentorshipEvaluationId = school.District.Rows.IdOf<MentorshipEvaluation>(),
            SchoolId = school.Id,
            MentorshipId = pair.MentorshipId,
            Side = side,
            EvaluatedBy = by,
            EvaluatedOn = ended.AddDays(-1),
            Content = content,
        });
    }
}
