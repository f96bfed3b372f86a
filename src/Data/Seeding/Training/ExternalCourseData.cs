using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>
/// An external course to which each school of the programme sent somebody this term, and the school sessions that pass it on (层层推进,
/// rule T4): of four schools one still owes it.
/// </summary>
internal static class ExternalCourseData
{
    private const string Topic = "省级骨干班主任高级研修：班集体建设与家校协同";

    public static void Add(SeedProgramme programme, SeedDistrict district, Func<SeedSchool, bool> hasOwn)
    {
        var chance = new Chance($"{district.Code} external course");
        var course = AddSession(district, programme, null, TrainingSessionKind.ExternalCourse, Topic, programme.Year.StartsOn.AddDays(19), 12, "山东师范大学");
        foreach (var school in district.Schools.Where(s => !hasOwn(s)))
        {
            if (school.ClassesOf(programme.Year).Select(c => c.TeacherOn(course.HeldOn)).OfType<SeedTeacher>().FirstOrDefault() is not { } sent)
                continue;
            Attend(school, sent, course, "研修让我重新认识了家校协同，回校后将与班主任分享班集体建设的做法。");
            var day = course.HeldOn.AddDays(chance.Between(10, 24));
            while (!district.Calendar.IsSchoolDay(day))
                day = day.AddDays(1);
            if (district.Schools.IndexOf(school) % 4 != 3)
                PassOn(school, programme, course, sent, day);
        }
    }

    private static void PassOn(SeedSchool school, SeedProgramme programme, TrainingSession course, SeedTeacher sent, DateOnly day)
    {
        var session = AddSession(
            school.District, programme, school, TrainingSessionKind.ExperienceExchange, $"外出学习汇报：{Topic.Split('：')[1]}", day, 2, "学校会议室");
        (session.LecturerId, session.PassesOnSessionId) = (sent.Id, course.TrainingSessionId);
        foreach (var teacher in school.ClassesOf(programme.Year).Select(c => c.TeacherOn(day)).OfType<SeedTeacher>().Distinct().Where(t => t != sent).Take(8))
            Attend(school, teacher, session, reflection: null);
    }

    private static TrainingSession AddSession(
        SeedDistrict district, SeedProgramme programme, SeedSchool? school, TrainingSessionKind kind, string topic, DateOnly day, decimal hours, string place) =>
        district.Rows.Add(new TrainingSession
        {
            DistrictId = district.Id,
            TrainingSessionId = district.Rows.IdOf<TrainingSession>(),
            SchoolId = school?.Id,
            TrainingProgrammeId = programme.Row.TrainingProgrammeId,
            Kind = kind,
            Topic = topic,
            HeldOn = day,
            Hours = hours,
            Place = place,
            State = HoldingState.Held,
        });

    private static void Attend(SeedSchool school, SeedTeacher teacher, TrainingSession session, string? reflection) =>
        school.District.Rows.Add(new TrainingAttendance
        {
            DistrictId = school.District.Id,
            TrainingAttendanceId = school.District.Rows.IdOf<TrainingAttendance>(),
            SchoolId = school.Id,
            TrainingSessionId = session.TrainingSessionId,
            TeacherId = teacher.Id,
            Status = AttendanceStatus.Present,
            Reflection = reflection,
        });
}
