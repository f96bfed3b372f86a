using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Policies;

namespace HomeroomGraph.Data.Seeding;

/// <summary>The tables that are seeded, in an order in which no row comes before one it points to.</summary>
internal static class SeedTables
{
    public static SeedTable[] InOrder() =>
    [
        .. Organisation(),
        new SeedTable<Policy>("policy"),
        .. Appointments(),
        .. Archive(),
        .. Papers(),
    ];

    private static SeedTable[] Organisation() =>
    [
        new SeedTable<SchoolYear>("school_year"),
        new SeedTable<Semester>("semester"),
        new SeedTable<CalendarDay>("calendar_day"),
        new SeedTable<Subject>("subject"),
        new SeedTable<School>("school"),
        new SeedTable<Teacher>("teacher"),
        new SeedTable<TeacherSubject>("teacher_subject"),
        new SeedTable<TeacherTitle>("teacher_title"),
        new SeedTable<Employment>("employment"),
        new SeedTable<Cohort>("cohort"),
        new SeedTable<SchoolClass>("class"),
    ];

    private static SeedTable[] Appointments() => [new SeedTable<Appointment>("appointment")];

    private static SeedTable[] Archive() => [new SeedTable<DocumentContent>("document_content"), new SeedTable<Document>("document")];

    private static SeedTable[] Papers() =>
        [new SeedTable<Paper>("paper"), new SeedTable<PaperAuthor>("paper_author"), new SeedTable<PaperKeyword>("paper_keyword")];
}
