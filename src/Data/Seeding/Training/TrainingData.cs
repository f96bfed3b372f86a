using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>
/// The programmes of last year and this one with sessions, attendance, notes and tests (rules T1 to T4): last year's is finished, by most;
/// this year's is under way.
/// </summary>
internal static class TrainingData
{
    /// <summary>A programme that the district runs for the schools without one of their own.</summary>
    public static void AddOfDistrict(SeedDistrict district, Func<SeedSchool, bool> hasOwn)
    {
        var chance = new Chance($"{district.Code} training");
        foreach (var year in new[] { district.Calendar.Last, district.Calendar.This })
        {
            var programme = AddProgramme(district, null, year, district.Authority);
            var sessions = AddSessions(district, null, programme, chance);
            foreach (var school in district.Schools.Where(s => !hasOwn(s)))
                AddParticipants(school, programme, sessions, chance);
            if (year == district.Calendar.This)
                ExternalCourseData.Add(programme, district, hasOwn);
        }
    }

    /// <summary>A programme of one school.</summary>
    public static void AddOfSchool(SeedSchool school)
    {
        var chance = school.ChanceFor("training");
        foreach (var year in new[] { school.District.Calendar.Last, school.District.Calendar.This })
        {
            var programme = AddProgramme(school.District, school, year, "政教处");
            AddParticipants(school, programme, AddSessions(school.District, school, programme, chance), chance);
        }
    }

    private static SeedProgramme AddProgramme(SeedDistrict district, SeedSchool? school, SchoolYear year, string office)
    {
        var row = district.Rows.Add(new TrainingProgramme
        {
            DistrictId = district.Id,
            TrainingProgrammeId = district.Rows.IdOf<TrainingProgramme>(),
            SchoolId = school?.Id,
            SchoolYearId = year.SchoolYearId,
            Name = $"{year.Name}班主任全员培训",
            TargetGroup = TrainingTargetGroup.HomeroomTeachers,
            OrganisingOffice = office,
            HoursRequired = 30,
            ReadersIssued = "《班主任工作手册》《中小学生心理健康教育读本》",
        });
        var modules = new List<TrainingModule>();
        foreach (var (name, hours) in TrainingWords.Modules)
        {
            modules.Add(district.Rows.Add(new TrainingModule
            {
                DistrictId = district.Id,
                TrainingModuleId = district.Rows.IdOf<TrainingModule>(),
                TrainingProgrammeId = row.TrainingProgrammeId,
                Number = (short)(modules.Count + 1),
                Name = name,
                Hours = hours,
                HasNotes = true,
                PassMark = 60,
            }));
        }

        return new(row, year, modules);
    }

    // Spread over the year, on school days; what lies after today is planned.
    private static List<TrainingSession> AddSessions(SeedDistrict district, SeedSchool? school, SeedProgramme programme, Chance chance)
    {
        var sessions = new List<TrainingSession>();
        foreach (var (module, kind, topic, hours) in TrainingWords.Sessions)
        {
            var day = programme.Year.StartsOn.AddDays(sessions.Count == 0 ? -3 : (sessions.Count * 27) + chance.Between(0, 8));
            while (sessions.Count > 0 && !district.Calendar.IsSchoolDay(day))
                day = day.AddDays(1);
            var isLecture = kind is TrainingSessionKind.ExpertLecture or TrainingSessionKind.LegalLecture;
            (string? Name, string? From) speaker = isLecture ? chance.Of(TrainingWords.Lecturers) : (null, null);
            sessions.Add(district.Rows.Add(new TrainingSession
            {
                DistrictId = district.Id,
                TrainingSessionId = district.Rows.IdOf<TrainingSession>(),
                SchoolId = school?.Id,
                TrainingProgrammeId = programme.Row.TrainingProgrammeId,
                TrainingModuleId = programme.Modules[module].TrainingModuleId,
                Kind = kind,
                Topic = topic,
                HeldOn = day,
                Hours = hours,
                Place = kind == TrainingSessionKind.SiteVisit ? "铁道游击队纪念园" : school is null ? $"{district.Name}教师进修学校报告厅" : "学校多功能厅",
                Lecturer = speaker.Name,
                LecturerFrom = speaker.From,
                State = day < district.Today ? HoldingState.Held : HoldingState.Planned,
            }));
        }

        return sessions;
    }

    private static void AddParticipants(SeedSchool school, SeedProgramme programme, List<TrainingSession> sessions, Chance chance)
    {
        var day = programme.Year.StartsOn.AddDays(14);
        foreach (var teacher in school.Teachers.Where(t => t.TermOn(day)?.SchoolId == school.Id).ToList())
        {
            // One in seven is behind; the others miss a session at most, and make it up by self-study that counts as attended.
            var isBehind = chance.Is(14);
            foreach (var session in sessions.Where(s => s.State == HoldingState.Held))
                Attend(school, teacher, session, chance.Is(isBehind ? 68 : 99), chance);
            foreach (var module in programme.Modules)
                ModuleData.Add(school, teacher, programme, module, isBehind, chance);
        }
    }

    private static void Attend(SeedSchool school, SeedTeacher teacher, TrainingSession session, bool comes, Chance chance) =>
        school.District.Rows.Add(new TrainingAttendance
        {
            DistrictId = school.District.Id,
            TrainingAttendanceId = school.District.Rows.IdOf<TrainingAttendance>(),
            SchoolId = school.Id,
            TrainingSessionId = session.TrainingSessionId,
            TeacherId = teacher.Id,
            Status = comes ? AttendanceStatus.Present : chance.Is(70) ? AttendanceStatus.Leave : AttendanceStatus.Absent,
            Reflection = comes && session.Kind == TrainingSessionKind.SiteVisit && chance.Is(93) ? chance.Of(TrainingWords.Reflections) : null,
        });
}

/// <summary>A programme while the district is made.</summary>
internal sealed record SeedProgramme(TrainingProgramme Row, SchoolYear Year, IReadOnlyList<TrainingModule> Modules);
