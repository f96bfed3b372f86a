using HomeroomGraph.Data.Import.Sheets;
using HomeroomGraph.Data.Organisation;
using Npgsql;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>A teacher that the district has.</summary>
/// <param name="Id">The teacher's id.</param>
/// <param name="Name">The name.</param>
/// <param name="MonthsServed">Homeroom service by appointments kept here, up to the start of the current school year.</param>
internal sealed record StoredTeacher(long Id, string Name, int MonthsServed)
{
    public List<(long SchoolId, bool IsOpen)> Employments { get; } = [];
    public List<StoredTitle> Titles { get; } = [];

    /// <summary>The title held now is this one, and it began on the day the earlier one ended.</summary>
    public bool Follows(StoredTitle earlier, ProfessionalTitle title) =>
        Titles.Find(t => t.End is null) is { } held && held.Title == title && held.Start == earlier.End;
}

/// <summary>A title that a teacher holds or held.</summary>
internal sealed record StoredTitle(long Id, ProfessionalTitle Title, DateOnly Start, DateOnly? End);

/// <summary>A school that the district has.</summary>
internal sealed record StoredSchool(long Id, string Code, string Name)
{
    /// <summary>The name as names are compared.</summary>
    public string Compared { get; } = SheetText.ForComparing(Name);
}

/// <summary>A mistake of the bundle before, on which a school or a teacher hangs that was left out then.</summary>
internal sealed record EarlierMistake(string Bundle, string File, int Line, Bilingual Why);

/// <summary>The teachers, schools and subjects of a district, as far as a roll can meet them.</summary>
internal sealed class StoredStaff
{
    private readonly Dictionary<string, StoredTeacher> teachers = [];
    private readonly Dictionary<string, StoredSchool> schoolsByCode = [];
    private readonly Dictionary<long, StoredSchool> schoolsById = [];
    private readonly Dictionary<string, IReadOnlyList<StoredSchool>> schoolsByName = [];
    private readonly Dictionary<string, string> subjects = [];
    private readonly Dictionary<(string Kind, string Key), EarlierMistake> leftOut = [];

    /// <summary>The first day of the school year that today is in; today, when there is none.</summary>
    public DateOnly YearStart { get; private set; }

    public StoredTeacher? Teacher(string staffNumber) => teachers.GetValueOrDefault(staffNumber);

    public StoredSchool? SchoolOfCode(string code) => schoolsByCode.GetValueOrDefault(code);

    /// <summary>Schools of a name; where none has it exactly, those whose name it is with the district's or town's before it.</summary>
    public IReadOnlyList<StoredSchool> SchoolsOfName(string name)
    {
        if (schoolsByName.TryGetValue(name, out var found)) return found;
        var wanted = SheetText.ForComparing(name);
        var exact = schoolsById.Values.Where(s => s.Compared == wanted).ToList();
        return schoolsByName[name] = exact.Count > 0
            ? exact
            : [.. schoolsById.Values.Where(s => wanted.EndsWith(s.Compared, StringComparison.Ordinal))];
    }

    public string SchoolNamesOf(StoredTeacher teacher) =>
        string.Join("、", teacher.Employments.OrderByDescending(e => e.IsOpen).Select(e => schoolsById[e.SchoolId].Name).Distinct().Take(3));

    /// <summary>The district's subject of a name: its own, or a usual one under the name the district has for it; null if unknown.</summary>
    public (string Code, string Name)? Subject(string name)
    {
        if (subjects.TryGetValue(name, out var code)) return (code, name);
        if (StandardSubjects.Of(name) is not { } standard) return null;
        var known = standard.Names.FirstOrDefault(subjects.ContainsKey) ?? standard.Names[0];
        return (subjects.GetValueOrDefault(known, standard.Code), known);
    }

    public EarlierMistake? LeftOut(string? staffNumber, string? schoolName) =>
        (staffNumber is null ? null : leftOut.GetValueOrDefault(("teacher", staffNumber)))
        ?? (schoolName is null ? null : leftOut.GetValueOrDefault(("school", schoolName)));

    public static async Task<StoredStaff> ReadAsync(ImportWork work)
    {
        var staff = new StoredStaff();
        var byId = new Dictionary<long, StoredTeacher>();
        await EachAsync(
            "select max(starts_on) from homeroom.school_year where district_id = $1 and starts_on <= $2 and ends_on > $2",
            row => staff.YearStart = row.IsDBNull(0) ? work.Today : row.GetFieldValue<DateOnly>(0), work.Today);
        await EachAsync("select school_id, code, name from homeroom.school where district_id = $1", row =>
        {
            var school = new StoredSchool(row.GetInt64(0), row.GetString(1), row.GetString(2));
            staff.schoolsById[school.Id] = staff.schoolsByCode[school.Code] = school;
        });
        await EachAsync(
            """
            select teacher_id, staff_number, name, homeroom.service_months(0, homeroom_service, $2 - 1)
            from homeroom.teacher where district_id = $1
            """,
            row => byId[row.GetInt64(0)] = staff.teachers[row.GetString(1)] = new(row.GetInt64(0), row.GetString(2), row.GetInt32(3)),
            staff.YearStart);
        await EachAsync(
            """
            select teacher_id, school_id, starts_on <= $2 and (ends_on is null or ends_on > $2)
            from homeroom.employment where district_id = $1
            """,
            row => byId[row.GetInt64(0)].Employments.Add((row.GetInt64(1), row.GetBoolean(2))), work.Today);
        await EachAsync(
            "select teacher_id, teacher_title_id, title, starts_on, ends_on from homeroom.teacher_title where district_id = $1 order by starts_on",
            row => byId[row.GetInt64(0)].Titles.Add(new(
                row.GetInt64(1), EnumText<ProfessionalTitle>.Parse(row.GetString(2)), row.GetFieldValue<DateOnly>(3),
                row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4))));
        await EachAsync("select name, code from homeroom.subject where district_id = $1", row => staff.subjects[row.GetString(0)] = row.GetString(1));
        await EachAsync(
            """
            select l.kind, l.key, r.file_name, l.file, l.line, l.chinese, l.english
            from import.left_out l join import.run r on r.district_id = l.district_id and r.run_id = l.run_id
            where l.district_id = $1 and l.run_id = (
                select max(run_id) from import.run where district_id = $1 and kind = 'oneroster' and state = 'applied')
            """,
            row => staff.leftOut[(row.GetString(0), row.GetString(1))] =
                new(row.GetString(2), row.GetString(3), row.GetInt32(4), new(row.GetString(5), row.GetString(6))));
        return staff;

        async Task EachAsync(string sql, Action<NpgsqlDataReader> take, params DateOnly[] days)
        {
            await using var command = new NpgsqlCommand(sql, work.Connection);
            command.Parameters.Add(new() { Value = work.District.DistrictId });
            foreach (var day in days) command.Parameters.Add(new() { Value = day });
            await using var reader = await command.ExecuteReaderAsync(work.Cancel);
            while (await reader.ReadAsync(work.Cancel)) take(reader);
        }
    }
}
