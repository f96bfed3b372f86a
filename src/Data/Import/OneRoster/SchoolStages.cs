using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Tells the stage (学段) of a school, which OneRoster does not state (rule O1): by the name where it says it (小学, 初级中学 …),
/// else by the grades of its homeroom classes (第一中学 may be a junior, a senior or a complete school), else by the first two
/// digits of the school code (21 primary, 31 junior, 34 senior).
/// </summary>
internal sealed class SchoolStages
{
    private static readonly (string Word, SchoolStage Stage)[] Names =
    [
        ("九年一贯", SchoolStage.NineYear), ("九年制", SchoolStage.NineYear), ("完全中学", SchoolStage.Complete),
        ("小学", SchoolStage.Primary), ("完小", SchoolStage.Primary), ("教学点", SchoolStage.Primary),
        ("初级中学", SchoolStage.Junior), ("初中", SchoolStage.Junior),
        ("高级中学", SchoolStage.Senior), ("高中", SchoolStage.Senior),
    ];

    private static readonly (string Prefix, SchoolStage Stage)[] Codes =
        [("21", SchoolStage.Primary), ("31", SchoolStage.Junior), ("34", SchoolStage.Senior)];

    private readonly ILookup<string, short> gradesOfSchool;

    public SchoolStages(IEnumerable<ClassRow> classes) =>
        gradesOfSchool = classes.Where(c => c is { IsWithdrawn: false, Grade: not null, SchoolSourcedId: not null })
            .ToLookup(c => c.SchoolSourcedId!, c => c.Grade!.Value);

    public SchoolStage? Of(OrgRow school) => OfName(school.Name) ?? OfGrades(school) ?? OfCode(school.Identifier);

    public bool HasAllTwelveGrades(OrgRow school) => OfName(school.Name) is null && SectionsOf(school).Count == 3;

    /// <summary>Whether a school of the stage has the grade. A school of all twelve grades is kept as a complete one.</summary>
    public bool Fits(OrgRow school, short grade) => school.Stage switch
    {
        SchoolStage.Primary => grade is <= 6,
        SchoolStage.Junior => grade is >= 7 and <= 9,
        SchoolStage.Senior => grade is >= 10,
        SchoolStage.NineYear => grade is <= 9,
        SchoolStage.Complete => grade is >= 7 || HasAllTwelveGrades(school),
        _ => false,
    };

    private static SchoolStage? OfName(string? name)
    {
        if (name is null) return null;
        var said = Names.Where(n => name.Contains(n.Word)).Select(n => n.Stage).Distinct().ToList();
        return said switch
        {
            [var one] => one,
            [SchoolStage.NineYear or SchoolStage.Complete, ..] => said[0],
            _ => null,
        };
    }

    private SchoolStage? OfGrades(OrgRow school) => SectionsOf(school) switch
    {
        [] => null,
        [SchoolSection.Primary] => SchoolStage.Primary,
        [SchoolSection.Junior] => SchoolStage.Junior,
        [SchoolSection.Senior] => SchoolStage.Senior,
        [SchoolSection.Primary, SchoolSection.Junior] => SchoolStage.NineYear,
        _ => SchoolStage.Complete,
    };

    /// <summary>
    /// The sections with classes in two grades or more, so that one mistyped grade does not turn a junior school into a complete
    /// one; where none has (a school that is just beginning), all sections with a class.
    /// </summary>
    private IReadOnlyList<SchoolSection> SectionsOf(OrgRow school)
    {
        var sections = gradesOfSchool[school.SourcedId].Distinct().GroupBy(Grades.SectionOf).OrderBy(s => s.Key).ToList();
        var full = sections.Where(s => s.Count() > 1).ToList();
        return [.. (full.Count > 0 ? full : sections).Select(s => s.Key)];
    }

    private static SchoolStage? OfCode(string? code) =>
        Codes.Where(c => code?.StartsWith(c.Prefix, StringComparison.Ordinal) == true).Select(c => (SchoolStage?)c.Stage).FirstOrDefault();
}
