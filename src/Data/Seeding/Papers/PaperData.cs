using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Organisation;
using HomeroomGraph.Data.Seeding.Research;

namespace HomeroomGraph.Data.Seeding.Papers;

/// <summary>
/// Papers of the last semesters (rules R1, R2): most homeroom teachers write the one that is due, some colleagues write too; some
/// have a second author, a few from outside.
/// </summary>
internal static class PaperData
{
    private static readonly string[] Outside = ["枣庄学院教师教育学院", "山东师范大学教育学部", "曲阜师范大学教育学院", "菏泽学院教师教育学院", "济宁市教育科学研究院"];

    public static void Add(SeedSchool school, PaperShare share)
    {
        var chance = school.ChanceFor("papers");
        foreach (var semester in school.District.Calendar.Semesters.Where(s => s.StartsOn >= share.Since && s.StartsOn < school.District.Today))
        {
            var until = semester.EndsOn < school.District.Today ? semester.EndsOn : school.District.Today;
            var half = until < semester.EndsOn ? 0.5 : 1;
            foreach (var teacher in school.TeachersOn(semester.StartsOn).ToList())
            {
                var wanted = teacher.TermOn(semester.StartsOn) is not null ? share.OfHomeroomTeachers : share.OfOthers;
                if (chance.Is(wanted * half))
                    Write(school, teacher, chance.Day(semester.StartsOn.AddDays(10), until), chance);
            }
        }
    }

    private static void Write(SeedSchool school, SeedTeacher author, DateOnly day, Chance chance)
    {
        var (title, topic, isHomeroom) = TitleOf(school, author, day, chance);
        var paper = new Paper
        {
            DistrictId = school.District.Id,
            PaperId = school.District.Rows.IdOf<Paper>(),
            SchoolId = school.Id,
            Kind = KindOf(chance, isHomeroom),
            Title = title,
            PublishedOn = day,
            FirstAuthor = author.Name,
            ResearchProjectId = isHomeroom ? null : ProjectOf(school, author, day)?.Id,
            Abstract = $"本文结合{school.Row.Name}的教育教学实际，围绕{topic}，从问题、做法和成效三个方面总结经验，提出可操作的建议。",
        };
        var inEnglish = isHomeroom ? null : EnglishPapers.Translate(school, author, paper);
        if (!school.District.Titles.Add((paper.Title, author.Name)))
            return;
        Publish(paper, day, chance);
        school.District.Rows.Add(paper);
        school.Papers.Add((paper, author));
        AddAuthors(school, paper, author, chance);
        var fitting = chance.Of(["核心素养", "实践策略", "教学案例", "育人", "学校教育"]);
        AddKeywords(paper, school, inEnglish is null ? [topic, isHomeroom ? "班主任工作" : author.Subject.Name, fitting] : [inEnglish, "English teaching"]);
    }

    private static (string Title, string Topic, bool IsHomeroom) TitleOf(SeedSchool school, SeedTeacher author, DateOnly day, Chance chance)
    {
        if (author.TermOn(day) is not null && chance.Is(65))
        {
            var (title, topic) = HomeroomTopics.PaperTitle(chance);
            return (title, topic, true);
        }
        else
        {
            var (title, topic) = ResearchTopics.PaperTitle(school.SectionName, author.Subject.Code, author.Subject.Name, chance);
            return (title, topic, false);
        }
    }

    // What somebody writes about the subject while a project of theirs runs, comes from it.
    private static SeedProject? ProjectOf(SeedSchool school, SeedTeacher author, DateOnly day) => school.Projects.Find(project =>
        project.Plan.Target is ProjectState.Running or ProjectState.Closed && project.Team.Contains(author) && project.Plan.Day(ResearchPlan.OpenedAfter) < day);

    private static PaperKind KindOf(Chance chance, bool isHomeroom) => chance.Below(100) switch
    {
        < 50 => PaperKind.Paper,
        < 72 => isHomeroom ? PaperKind.Case : PaperKind.Paper,
        < 90 => PaperKind.ExperienceArticle,
        _ => PaperKind.Reflection,
    };

    private static void Publish(Paper paper, DateOnly day, Chance chance)
    {
        if (paper.Kind is PaperKind.Paper && chance.Is(45))
        {
            var journal = chance.OftenFirst(Journals.All);
            var issue = 1 + ((day.DayOfYear - 1) * journal.Issues / 366);
            var page = chance.Between(12, 92);
            (paper.Venue, paper.Issn, paper.Cn) = (journal.Name, journal.Issn, journal.Cn);
            (paper.Issue, paper.Pages) = ($"{issue}", $"{page}-{page + chance.Between(1, 3)}");
            (paper.PublishedOn, paper.PublishedPrecision) = (new(day.Year, day.Month, 1), DatePrecision.Month);
        }
        else
        {
            paper.CslType = "article";
            paper.Venue = chance.Is(40) ? chance.Of(Journals.Collections) : null;
        }
    }

    private static void AddAuthors(SeedSchool school, Paper paper, SeedTeacher author, Chance chance)
    {
        Add(1, author.Name, author.Id, school.Row.Name);
        if (chance.Is(18) && chance.Of(school.Teachers) is var colleague && colleague != author)
            Add(2, colleague.Name, colleague.Id, school.Row.Name);
        else if (chance.Is(4))
            Add(2, PersonNames.Of(chance.Is(50) ? Gender.Female : Gender.Male, 2000, chance), null, chance.Of(Outside));

        void Add(short position, string name, long? teacherId, string affiliation) => school.District.Rows.Add(new PaperAuthor
        {
            DistrictId = paper.DistrictId,
            PaperAuthorId = school.District.Rows.IdOf<PaperAuthor>(),
            PaperId = paper.PaperId,
            Position = position,
            Name = name,
            TeacherId = teacherId,
            Affiliation = affiliation,
            IsCorresponding = position == 1,
        });
    }

    private static void AddKeywords(Paper paper, SeedSchool school, string[] keywords)
    {
        for (var at = 0; at < keywords.Length; at++)
        {
            school.District.Rows.Add(new PaperKeyword
            {
                DistrictId = paper.DistrictId,
                PaperKeywordId = school.District.Rows.IdOf<PaperKeyword>(),
                PaperId = paper.PaperId,
                Position = (short)(at + 1),
                Keyword = keywords[at],
            });
        }
    }
}

/// <summary>Since when papers are made, and who of a hundred writes one in a semester.</summary>
internal sealed record PaperShare(DateOnly Since, double OfHomeroomTeachers, double OfOthers);
