using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Papers;

/// <summary>Papers in English, as some teachers of English write them about their subject.</summary>
internal static class EnglishPapers
{
    private static readonly string[] Topics =
    [
        "picture books", "reading circles", "phonics lessons", "theme-based units", "reading and writing tasks", "listening and speaking lessons", "homework in layers",
        "project work", "vocabulary notebooks", "classroom questions",
    ];

    private static readonly string[] Forms =
    [
        "Using {0} in {1} English classes", "What {1} learners gain from {0}: a case study", "Designing {0} for {1} English", "{1} English: reflections on a term of {0}",
        "How {0} help {1} learners think", "From text to life: {0} in {1} English",
    ];

    /// <summary>Makes every third of the subject's papers an English one: its title, language and abstract. Its topic, or null where it stays as it is.</summary>
    public static string? Translate(SeedSchool school, SeedTeacher author, Paper paper)
    {
        var chance = school.ChanceFor($"english paper {author.Row.StaffNumber} {paper.PublishedOn:yyyyMMdd}");
        if (author.Subject.Code != "english" || !chance.Is(33))
            return null;
        var topic = chance.Of(Topics);
        var learners = school.SectionName switch { "小学" => "primary", "初中" => "junior", _ => "senior" };
        var title = string.Format(null, chance.Of(Forms), topic, learners);
        (paper.Title, paper.Language) = (char.ToUpperInvariant(title[0]) + title[1..], "en");
        paper.Abstract = $"The paper draws on lessons with {topic} at the author's school: where the learners stood, what was tried over a term, and what the next class can take from it.";
        return topic;
    }
}
