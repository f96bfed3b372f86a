using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Seeding.Research;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>A district while it is made: where its rows go, its calendar, and its schools so far.</summary>
internal sealed class SeedDistrict
{
    public SeedDistrict(int id, string code, string name, DateOnly today, SeedRows rows)
    {
        (Id, Code, Name, Today, Rows) = (id, code, name, today, rows);
        Calendar = new(this);
        Subjects = SubjectList.All.ToDictionary(
            subject => subject.Code,
            subject => rows.Add(new Subject { DistrictId = id, SubjectId = rows.IdOf<Subject>(), Code = subject.Code, Name = subject.Name }),
            StringComparer.Ordinal);
    }

    public int Id { get; }

    public string Code { get; }

    public string Name { get; }

    /// <summary>The district's education authority (教育和体育局).</summary>
    public string Authority => $"{Name}教育和体育局";

    /// <summary>The day on which the data ends; later days are planned at most.</summary>
    public DateOnly Today { get; }

    public SeedRows Rows { get; }

    public SeedCalendar Calendar { get; }

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, Subject> Subjects { get; }

    public List<SeedSchool> Schools { get; } = [];

    /// <summary>How many of the calendar's school years have classes.</summary>
    public int YearsOfClasses { get; init; } = 3;

    /// <summary>The school years that have classes, in the order of time.</summary>
    public IEnumerable<SchoolYear> YearsWithClasses => Calendar.Years.TakeLast(YearsOfClasses);

    /// <summary>Staff numbers given so far.</summary>
    public int Teachers { get; set; }

    /// <summary>Titles and first authors of the papers so far: no two are alike (rule R1).</summary>
    public HashSet<(string Title, string Author)> Titles { get; } = [];

    /// <summary>Certificates numbered so far.</summary>
    public int Certificates { get; set; }
}

/// <summary>A school while it is made.</summary>
internal sealed class SeedSchool(SeedDistrict district, SchoolPlan plan, School row)
{
    public SeedDistrict District { get; } = district;
    public SchoolPlan Plan { get; } = plan;
    public School Row { get; } = row;
    public long Id => Row.SchoolId;

    /// <summary>Everybody who works or worked there.</summary>
    public List<SeedTeacher> Teachers { get; } = [];

    /// <summary>Who heads an office, by its name in <see cref="OfficeNames"/>.</summary>
    public Dictionary<string, SeedTeacher> OfficeHeads { get; } = new(StringComparer.Ordinal);

    /// <summary>Who heads the research group of a subject.</summary>
    public Dictionary<Subject, SeedTeacher> GroupHeads { get; } = [];

    /// <summary>The research projects of the school.</summary>
    public List<SeedProject> Projects { get; } = [];

    /// <summary>The papers written there, with their first authors.</summary>
    public List<(Paper Paper, SeedTeacher Author)> Papers { get; } = [];

    /// <summary>The hashes of the contents stored for it.</summary>
    public HashSet<string> Contents { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes of all years.</summary>
    public List<SeedClass> Classes { get; } = [];

    /// <summary>How its first section is called in titles: 小学, 初中, 高中.</summary>
    public string SectionName => Plan.Sections.First().Section switch
    {
        SchoolSection.Primary => "小学",
        SchoolSection.Junior => "初中",
        _ => "高中",
    };

    /// <summary>The name of who heads an office, or the office's where it has nobody.</summary>
    public string NameOfHead(string office) => OfficeHeads.TryGetValue(office, out var head) ? head.Name : office;

    /// <summary>Chance for one area of this school.</summary>
    public Chance ChanceFor(string area) => new($"{District.Code} {Row.Code} {area}");

    public IEnumerable<SeedClass> ClassesOf(SchoolYear year) => Classes.Where(c => c.Year == year);

    /// <summary>Who works there on that day, whatever for.</summary>
    public IEnumerable<SeedTeacher> TeachersOn(DateOnly day) => Teachers.Where(t => t.WorksAt(Id, day));
}
