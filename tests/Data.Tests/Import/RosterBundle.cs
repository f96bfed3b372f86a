using System.IO.Compression;
using System.Text;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>
/// A small bundle that is right, for a test to make wrong in one place: two schools, five teachers, four classes, four
/// appointments. Lines are counted as in the file, the header being line 1.
/// </summary>
internal sealed class RosterBundle
{
    private readonly Dictionary<string, List<string[]>> files = [];

    public RosterBundle(string districtCode)
    {
        Table("manifest.csv", "propertyName,value",
            "manifest.version,1.0", "oneroster.version,1.2", "file.academicSessions,bulk", "file.classes,bulk", "file.courses,bulk",
            "file.enrollments,bulk", "file.orgs,bulk", "file.roles,bulk", "file.users,bulk", "file.demographics,absent");
        Table("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
            $"d,active,2026-09-01T00:00:00.000Z,教育和体育局,district,{districtCode},",
            "s1,active,2026-09-01T00:00:00.000Z,城关小学,school,2137000001,d",
            "s2,active,2026-09-01T00:00:00.000Z,第一中学,school,3437000002,d");
        Table("academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
            "sy,active,,2026—2027学年,schoolYear,2026-09-01,2027-08-31,,2027",
            "sm1,active,,第一学期,semester,2026-09-01,2027-01-22,sy,2027",
            "sm2,active,,第二学期,semester,2027-02-17,2027-07-09,sy,2027");
        Table("courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId",
            "c1,active,,sy,班级,HR,,s1",
            "c2,active,,sy,班级,HR,,s2");
        Table("users.csv", "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,email,phone,primaryOrgSourcedId",
            "t1,active,,true,t1,云,吕,1001,t1@example.cn,13800000001,s1",
            "t2,active,,true,t2,雅墨,谭,1002,t2@example.cn,13800000002,s1",
            "t3,active,,true,t3,莉美,吕,1003,t3@example.cn,13800000003,s1",
            "t4,active,,true,t4,萍,刘,1004,t4@example.cn,13800000004,s2",
            "t5,active,,true,t5,丽,长孙,1005,t5@example.cn,13800000005,s2");
        Table("roles.csv", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            "r1,active,,t1,primary,teacher,2004-08-20,,s1,",
            "r2,active,,t2,primary,teacher,2011-08-18,,s1,",
            "r3,active,,t3,primary,teacher,2015-08-17,,s1,",
            "r4,active,,t4,primary,teacher,1999-08-05,,s2,",
            "r5,active,,t5,primary,teacher,2020-08-01,,s2,");
        Table("classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds",
            "k1,active,,1年级1班,01,c1,0101,homeroom,s1,\"sm1,sm2\"",
            "k2,active,,2年级1班,02,c1,0201,homeroom,s1,\"sm1,sm2\"",
            "k3,active,,高一1班,10,c2,1001,homeroom,s2,\"sm1,sm2\"",
            "k4,active,,高二1班,11,c2,1101,homeroom,s2,\"sm1,sm2\"");
        Table("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            "e1,active,,k1,s1,t1,teacher,true,2026-09-01,2027-07-09",
            "e2,active,,k2,s1,t2,teacher,true,2026-09-01,2027-07-09",
            "e3,active,,k3,s2,t4,teacher,true,2026-09-01,2027-07-09",
            "e4,active,,k4,s2,t5,teacher,true,2026-09-01,2027-07-09");
    }

    /// <summary>Files whose bytes are given as they are.</summary>
    public Dictionary<string, byte[]> Raw { get; } = [];

    public IEnumerable<string> Files => files.Keys;

    public RosterBundle Set(string file, int line, string column, string value)
    {
        files[file][line - 1][ColumnOf(file, column)] = value;
        return this;
    }

    /// <summary>Adds a row like that of a line, with some cells of its own; it comes last in the file.</summary>
    public RosterBundle AddLike(string file, int line, params (string Column, string Value)[] cells)
    {
        var row = (string[])files[file][line - 1].Clone();
        foreach (var (column, value) in cells) row[ColumnOf(file, column)] = value;
        files[file].Add(row);
        return this;
    }

    public RosterBundle Remove(string file, int line)
    {
        files[file].RemoveAt(line - 1);
        return this;
    }

    public RosterBundle RemoveFile(string file)
    {
        files.Remove(file);
        return this;
    }

    public RosterBundle RemoveColumn(string file, string column)
    {
        var at = ColumnOf(file, column);
        files[file] = [.. files[file].Select(row => row.Where((_, i) => i != at).ToArray())];
        return this;
    }

    public RosterBundle RenameColumn(string file, string column, string name) => Set(file, 1, column, name);

    public int Lines(string file) => files[file].Count;

    public string[] ColumnsOf(string file) => files[file][0];

    public string Value(string file, int line, string column) => files[file][line - 1][ColumnOf(file, column)];

    public byte[] Bytes(string file) => Encoding.UTF8.GetBytes(string.Concat(files[file].Select(Line)));

    /// <summary>Writes the archive to a new temporary file.</summary>
    public string Write()
    {
        var path = ScratchFiles.New(".zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in files.Keys.Where(f => !Raw.ContainsKey(f))) Add(archive, file, Bytes(file));
        foreach (var (file, bytes) in Raw) Add(archive, file, bytes);
        return path;
    }

    private static void Add(ZipArchive archive, string file, byte[] bytes)
    {
        using var stream = archive.CreateEntry(file).Open();
        stream.Write(bytes);
    }

    private static string Line(string[] row) => string.Join(',', row.Select(Quoted)) + "\r\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private int ColumnOf(string file, string column) => Array.IndexOf(files[file][0], column) is >= 0 and var at
        ? at
        : throw new ArgumentException($"{file} has no column {column}", nameof(column));

    private void Table(string name, string header, params string[] rows) =>
        files[name] = [.. rows.Prepend(header).Select(row => row.Contains('"') ? Split(row) : row.Split(','))];

    private static string[] Split(string row)
    {
        var (before, quoted) = (row.IndexOf('"'), row.LastIndexOf('"'));
        return [.. row[..(before - 1)].Split(','), row[(before + 1)..quoted]];
    }
}
