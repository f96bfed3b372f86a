namespace HomeroomGraph.Data.Import;

/// <summary>What an import brings; what is of one file is in the order in which it is stored.</summary>
public enum RecordKind
{
    SchoolYear,
    Semester,
    School,
    Teacher,
    Employment,
    Cohort,
    Class,
    Appointment,
    RollEntry,
    Subject,
    TaughtSubject,
    Title,
    Paper,
    Author,
    Keyword,
    Region,
}

/// <summary>The kinds' names for a reader.</summary>
public static class RecordKindName
{
    public static Bilingual Name(this RecordKind kind) => kind switch
    {
        RecordKind.SchoolYear => new("学年", "school years"),
        RecordKind.Semester => new("学期", "semesters"),
        RecordKind.School => new("学校", "schools"),
        RecordKind.Teacher => new("教师", "teachers"),
        RecordKind.Employment => new("任职", "employments"),
        RecordKind.Cohort => new("届", "cohorts"),
        RecordKind.Class => new("班级", "classes"),
        RecordKind.Appointment => new("班主任聘任", "appointments"),
        RecordKind.RollEntry => new("花名册行", "roll entries"),
        RecordKind.Subject => new("学科", "subjects"),
        RecordKind.TaughtSubject => new("任教学科", "subjects taught"),
        RecordKind.Title => new("职称", "titles"),
        RecordKind.Paper => new("论文", "papers"),
        RecordKind.Author => new("作者", "authors"),
        RecordKind.Keyword => new("关键词", "keywords"),
        RecordKind.Region => new("行政区划", "regions"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>So many of the kind: "教师 15", "1 class", "2 classes".</summary>
    public static Bilingual Counted(this RecordKind kind, int count)
    {
        var (chinese, english) = kind.Name();
        var one = kind switch
        {
            RecordKind.Class => "class",
            RecordKind.RollEntry => "roll entry",
            RecordKind.TaughtSubject => "subject taught",
            _ => english[..^1],
        };
        return new($"{chinese} {count}", $"{count} {(count == 1 ? one : english)}");
    }
}
