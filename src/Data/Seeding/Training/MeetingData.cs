using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>The homeroom meetings of this semester with who came, and some class meetings (rule T6).</summary>
internal static class MeetingData
{
    public static void Add(SeedSchool school)
    {
        var chance = school.ChanceFor("meetings");
        var (calendar, today) = (school.District.Calendar, school.District.Today);
        var days = calendar.SchoolDays(calendar.Current.StartsOn, today.AddDays(21)).Where(day => day.DayOfWeek == DayOfWeek.Friday).ToArray();
        for (var at = 0; at < days.Length; at += 2)
        {
            var topic = TrainingWords.Meetings[at / 2 % TrainingWords.Meetings.Count];
            var isHeld = days[at] < today;
            var meeting = Meet(school, MeetingKind.HomeroomMeeting, null, topic, days[at], isHeld);
            meeting.Host = school.NameOfHead(OfficeNames.MoralEducation);
            foreach (var teacher in isHeld ? school.Teachers.Where(t => t.TermOn(days[at])?.SchoolId == school.Id) : [])
            {
                school.District.Rows.Add(new MeetingAttendance
                {
                    DistrictId = school.District.Id,
                    MeetingAttendanceId = school.District.Rows.IdOf<MeetingAttendance>(),
                    SchoolId = school.Id,
                    MeetingId = meeting.MeetingId,
                    TeacherId = teacher.Id,
                    Status = chance.Is(94) ? AttendanceStatus.Present : chance.Is(80) ? AttendanceStatus.Leave : AttendanceStatus.Absent,
                });
            }
        }

        foreach (var schoolClass in school.ClassesOf(calendar.This))
        {
            var day = chance.Is(75) ? today.AddDays(-7) : today;
            var meeting = Meet(school, MeetingKind.ClassMeeting, schoolClass, chance.Of(TrainingWords.ClassMeetings), day, day < today);
            meeting.Host = schoolClass.TeacherOn(day)?.Name;
            meeting.PupilsPresent = day < today ? schoolClass.Row.HeadCount - chance.Between(0, 2) : null;
        }
    }

    private static Meeting Meet(SeedSchool school, MeetingKind kind, SeedClass? schoolClass, string topic, DateOnly day, bool isHeld) =>
        school.District.Rows.Add(new Meeting
        {
            DistrictId = school.District.Id,
            MeetingId = school.District.Rows.IdOf<Meeting>(),
            SchoolId = school.Id,
            Kind = kind,
            ClassId = schoolClass?.Id,
            Topic = topic,
            HeldOn = day,
            Agenda = kind == MeetingKind.HomeroomMeeting ? $"一、通报近两周常规检查情况；二、{topic}；三、工作安排。" : $"导入、讨论、约定：{topic}。",
            Minutes = isHeld ? $"会议围绕“{topic}”进行，明确了责任与完成时限。" : null,
            State = isHeld ? HoldingState.Held : HoldingState.Planned,
        });
}
