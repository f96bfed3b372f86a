using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>A school before it is a row.</summary>
/// <param name="Code">The school code.</param>
/// <param name="Name">The school's name.</param>
/// <param name="ClassesAGrade">Classes in each grade of primary, junior and senior school; 0 where it has no such section.</param>
internal sealed record SchoolPlan(string Code, string Name, (int Primary, int Junior, int Senior) ClassesAGrade)
{
    /// <summary>Women who teach there, by name; then the others are invented.</summary>
    public IReadOnlyList<string> Women { get; init; } = [];

    /// <summary>Men, likewise.</summary>
    public IReadOnlyList<string> Men { get; init; } = [];

    /// <summary>How many teachers there are for each class; a little more than two in life.</summary>
    public double TeachersAClass { get; init; } = 2.25;

    /// <summary>The stage that has these sections (rule O1).</summary>
    public SchoolStage Stage => ClassesAGrade switch
    {
        (> 0, 0, 0) => SchoolStage.Primary,
        (0, > 0, 0) => SchoolStage.Junior,
        (0, 0, > 0) => SchoolStage.Senior,
        (> 0, > 0, 0) => SchoolStage.NineYear,
        (0, > 0, > 0) => SchoolStage.Complete,
        _ => throw new InvalidOperationException($"{Name}: no stage has these sections."),
    };

    /// <summary>Its sections, each with its first grade, its number of grades and the classes in each.</summary>
    public IEnumerable<SectionPlan> Sections => new SectionPlan[]
    {
        new(SchoolSection.Primary, 1, 6, ClassesAGrade.Primary),
        new(SchoolSection.Junior, 7, 3, ClassesAGrade.Junior),
        new(SchoolSection.Senior, 10, 3, ClassesAGrade.Senior),
    }.Where(section => section.ClassesAGrade > 0);

    public int Classes => Sections.Sum(section => section.Grades * section.ClassesAGrade);

    public int Teachers => Math.Max(Women.Count + Men.Count, (int)Math.Ceiling((Classes * TeachersAClass) + 1));
}

/// <summary>A section of a school: its first grade, how many it has, and classes in each.</summary>
internal sealed record SectionPlan(SchoolSection Section, int FirstGrade, int Grades, int ClassesAGrade);
