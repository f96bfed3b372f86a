using System.IO.Compression;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Import;

/// <summary>Sound files of each kind for one made-up school of a district, whose staff numbers begin with the district's code.</summary>
internal sealed class ImportFiles(string district) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-files-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A bundle of one school with so many teachers, of whom six have a class.</summary>
    public string Bundle(int teachers)
    {
        const int classes = 6;
        var path = PathOf("bundle.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("manifest.csv", "propertyName,value", [
            "manifest.version,1.0", "oneroster.version,1.2", "file.orgs,bulk", "file.academicSessions,bulk", "file.courses,bulk", "file.users,bulk",
            "file.roles,bulk", "file.classes,bulk", "file.enrollments,bulk"]);
        Add("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
            [$"d,active,,教育和体育局,district,{district},", $"s,active,,被中断的小学,school,2139{district},d"]);
        Add("academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear", [
            "sy,active,,2026—2027学年,schoolYear,2026-09-01,2027-08-31,,2027",
            "s1,active,,第一学期,semester,2026-09-01,2027-01-22,sy,2027",
            "s2,active,,第二学期,semester,2027-02-17,2027-07-09,sy,2027"]);
        Add("courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId", ["c,active,,sy,班级,HR,,s"]);
        Add("users.csv", "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,primaryOrgSourcedId",
            Each(teachers, i => $"t{i},active,,true,t{i},云,吕,{district}-{i},s"));
        Add("roles.csv", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
            Each(teachers, i => $"r{i},active,,t{i},primary,teacher,2015-08-17,,s,"));
        Add("classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,schoolSourcedId,termSourcedIds",
            Each(classes, i => $"k{i},active,,{i}年级1班,0{i},c,0{i}01,homeroom,s,\"s1,s2\""));
        Add("enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
            Each(classes, i => $"e{i},active,,k{i},s,t{i},teacher,true,2026-09-01,2027-07-09"));
        return path;

        void Add(string name, string header, IEnumerable<string> rows)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(header + "\r\n" + string.Concat(rows.Select(row => row + "\r\n")));
        }
    }

    /// <summary>The roll of those teachers.</summary>
    public string Roll(int teachers) => Text("roll.csv",
        "教职工号,姓名,性别,任教学科,职称\r\n" + string.Concat(Each(teachers, i => $"{district}-{i},吕云,男,语文,一级教师\r\n")));

    public string Papers(int papers, string title = "被中断的论文") => Text("papers.json",
        "[" + string.Join(",\n", Each(papers, i => $$"""{"id": {{i}}, "issued": {"date-parts": [[2024]]}, "title": "{{title}}{{i}}", "author": [{"literal": "吕云"}] }""")) + "]");

    private string Text(string name, string content)
    {
        File.WriteAllText(PathOf(name), content, Encoding.UTF8);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static IEnumerable<string> Each(int count, Func<int, string> row) => Enumerable.Range(1, count).Select(row);
}
