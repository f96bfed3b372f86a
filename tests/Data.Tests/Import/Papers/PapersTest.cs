using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Papers;
using HomeroomGraph.Data.Tests.Import.Sheets;

namespace HomeroomGraph.Data.Tests.Import.Papers;

/// <summary>What the tests of papers share.</summary>
public abstract class PapersTest(ImportDatabase db) : ImportTest(db)
{
    private readonly string folder = ScratchFiles.NewFolder();

    protected PapersImport Import => new(Db.Database.Writer, new BusinessClock(TimeProvider.System, ImportDatabase.Today));

    protected Task<ImportReport> CslAsync(string json, bool acceptGood = false, bool dryRun = false)
    {
        var path = Path.Combine(folder, "papers.json");
        File.WriteAllText(path, json);
        return RunPapersAsync(path, acceptGood, dryRun);
    }

    protected Task<ImportReport> SheetAsync(IEnumerable<IReadOnlyList<string>> rows, bool acceptGood = false) =>
        RunPapersAsync(new Workbook().Sheet("论文", rows).Write(), acceptGood, dryRun: false);

    private Task<ImportReport> RunPapersAsync(string path, bool acceptGood, bool dryRun) =>
        Import.RunAsync(new(path, District) { AcceptGood = acceptGood, DryRun = dryRun }, null, Cancel);

    protected static string Told(Finding finding) => $"{finding.Severity} {finding.Line} {finding.Column} {finding.Code}";

    /// <summary>A column or expression of the papers, by title.</summary>
    protected Task<string> PapersAsync(string expression) => Db.ScalarAsync<string>(
        $"""
        select coalesce(string_agg(({expression})::text, ' | ' order by p.title), '') from homeroom.paper p
        join homeroom.district d using (district_id) where d.code = $1
        """, District);

    protected const string AuthorsOfPaper =
        """
        (select string_agg(concat(a.name, case when a.teacher_id is not null then '*' end), '+' order by a.position) from homeroom.paper_author a
         where a.district_id = p.district_id and a.paper_id = p.paper_id)
        """;

    protected const string KeywordsOfPaper =
        """
        (select string_agg(k.keyword, '+' order by k.position) from homeroom.paper_keyword k
         where k.district_id = p.district_id and k.paper_id = p.paper_id)
        """;
}
