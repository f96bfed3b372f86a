using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>A teacher's notes on a module and its test (rule T3), in the months after its sessions.</summary>
internal static class ModuleData
{
    public static void Add(SeedSchool school, SeedTeacher teacher, SeedProgramme programme, TrainingModule module, bool isBehind, Chance chance)
    {
        var day = programme.Year.StartsOn.AddDays((module.Number * 58) + chance.Between(0, 20));
        if (day >= school.District.Today || (isBehind && chance.Is(35)))
            return;
        school.District.Rows.Add(new StudyNote
        {
            DistrictId = school.District.Id,
            StudyNoteId = school.District.Rows.IdOf<StudyNote>(),
            SchoolId = school.Id,
            TeacherId = teacher.Id,
            TrainingProgrammeId = programme.Row.TrainingProgrammeId,
            TrainingModuleId = module.TrainingModuleId,
            Title = $"《{module.Name}》学习笔记",
            Content = chance.Of(TrainingWords.Notes),
            WrittenOn = day,
        });
        var score = chance.Between(isBehind ? 48 : 66, 99);
        Test(1, day.AddDays(2), score);
        if (score < 60 && day.AddDays(16) < school.District.Today)
            Test(2, day.AddDays(16), chance.Between(62, 84));

        void Test(short attempt, DateOnly takenOn, int points) => school.District.Rows.Add(new ModuleTest
        {
            DistrictId = school.District.Id,
            ModuleTestId = school.District.Rows.IdOf<ModuleTest>(),
            SchoolId = school.Id,
            TeacherId = teacher.Id,
            TrainingProgrammeId = programme.Row.TrainingProgrammeId,
            TrainingModuleId = module.TrainingModuleId,
            Attempt = attempt,
            TakenOn = takenOn < school.District.Today ? takenOn : school.District.Today,
            Score = points,
        });
    }
}
