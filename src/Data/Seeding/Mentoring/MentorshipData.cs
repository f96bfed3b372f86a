using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Mentoring;

/// <summary>
/// Pairs of mentor and mentee (青蓝工程, rules M1 to M4): most teachers new to the post have one, some are still without; those of
/// a few years ago have completed theirs.
/// </summary>
internal static class MentorshipData
{
    private const int MenteesAtMost = 2;
    private const int MonthsOfMentor = 66;

    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("mentorship");
        var today = school.District.Today;
        var mentees = new Dictionary<SeedTeacher, int>();
        foreach (var teacher in school.TeachersOn(today).Where(t => t.TermOn(today)?.SchoolId == school.Id).ToList())
        {
            var months = teacher.ServiceMonthsOn(today);
            var start = new DateOnly(teacher.Appointments[0].StartsOn.Year, 9, 15);
            if (months >= 60 || (months < 36 ? !chance.Is(86) : !chance.Is(30)) || MentorFor(school, teacher, start, mentees) is not { } mentor)
                continue;
            mentees[mentor] = mentees.GetValueOrDefault(mentor) + 1;
            AddPair(school, mentor, teacher, start, isCompleted: months >= 36 && start.Year < 2026, chance);
        }
    }

    private static SeedTeacher? MentorFor(SeedSchool school, SeedTeacher mentee, DateOnly start, Dictionary<SeedTeacher, int> mentees) =>
        school.TeachersOn(start)
            .Where(t => t != mentee && t.WorksAt(school.Id, school.District.Today) && t.Row.Status == TeacherStatus.Active
                && t.ServiceMonthsOn(start) >= MonthsOfMentor && mentees.GetValueOrDefault(t) < MenteesAtMost)
            .MaxBy(t => ((t.Subject == mentee.Subject ? 60 : 0) + Math.Min(t.ServiceMonthsOn(start), 200), -t.Id));

    private static void AddPair(SeedSchool school, SeedTeacher mentor, SeedTeacher mentee, DateOnly start, bool isCompleted, Chance chance)
    {
        var today = school.District.Today;
        var state = isCompleted ? MentorshipState.Completed
            : start.AddYears(2) < today ? MentorshipState.Extended
            : start.Year == 2025 && chance.Is(7) ? MentorshipState.BrokenOff : MentorshipState.Active;
        DateOnly? ended = state switch { MentorshipState.Completed => new(start.Year + 1, 7, 6), MentorshipState.BrokenOff => new(2026, 4, 20), _ => null };
        var pair = school.District.Rows.Add(new Mentorship
        {
            DistrictId = school.District.Id,
            MentorshipId = school.District.Rows.IdOf<Mentorship>(),
            SchoolId = school.Id,
            MentorId = mentor.Id,
            MentorName = mentor.Name,
            MenteeId = mentee.Id,
            MenteeName = mentee.Name,
            Goals = chance.Of(MentorshipWords.Goals),
            StartsOn = start,
            PlannedEnd = new(start.Year + (state is MentorshipState.Extended ? 3 : state is MentorshipState.Completed ? 1 : 2), 7, 10),
            EndedOn = ended,
            State = state,
            StateReason = state switch
            {
                MentorshipState.Extended => "徒弟班主任工作未满三年，继续结对一年",
                MentorshipState.BrokenOff => "师傅工作调整，不再承担指导任务",
                _ => null,
            },
        });
        mentor.Mentees.Add(mentee);
        MentorshipLog.Add(school, pair, mentor, mentee, chance);
    }
}
