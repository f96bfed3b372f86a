using HomeroomGraph.Data.Import.Files;
using HomeroomGraph.Data.Import.Merging;
using HomeroomGraph.Data.Import.Papers.Merging;
using HomeroomGraph.Data.Import.Sheets;
using Npgsql;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>Imports papers (论文, rule R1) of a district: CSL-JSON, or a list as .xlsx or .csv.</summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day, beyond which no paper has appeared by more than a year.</param>
public sealed class PapersImport(NpgsqlDataSource writer, BusinessClock clock) : DistrictImport(writer, clock)
{
    /// <inheritdoc/>
    public override ImportKind Kind => ImportKind.Papers;

    // Reading, checking, staging.
    private protected override int Steps => 3 + PaperSteps.All.Length;

    private protected override IOpenFile Open(ImportRequest request)
    {
        var stream = InputFile.Open(request.Path, request.Limits);
        if (CslFile.IsJson(stream)) return new PaperFile("CSL-JSON", stream, null);
        stream.Dispose();
        var sheets = SpreadsheetFile.Open(request.Path, request.FileName, request.Limits);
        return new PaperFile($"论文 {sheets.Format}", null, sheets);
    }

    private sealed class PaperFile(string format, Stream? csl, SpreadsheetFile? sheets) : IOpenFile
    {
        private readonly List<PaperEntry> entries = [];
        private readonly List<LeftAside> aside = [];
        private readonly List<string> files = [];
        private int read;

        public async Task<ImportReport> RunAsync(ImportWork work)
        {
            if (csl is not null) CslFile.Read(csl, work, entry => Take(entry, work));
            else ReadSheets(work);
            work.Report(ImportStep.Reading, work.Request.FileName, read);

            work.Report(ImportStep.Checking);
            await StoredPapers.FillKeysAsync(work, entries);
            var good = await new PaperRules(await StoredPapers.ReadAsync(work), work).CheckAsync(entries);

            work.Report(ImportStep.Staging);
            await PaperStaging.FillAsync(work, good);
            var merge = new Merge(work, PaperSteps.All);

            // All at once, however many: a paper without its authors must not be seen.
            await merge.RunAsync(work.Outcome, stagedRows: 0);
            await PaperStaging.DropAsync(work.Connection);

            return new ImportReport
            {
                FileName = work.Request.FileName,
                Format = format,
                DistrictCode = work.District.Code,
                DistrictName = work.District.Name,
                Outcome = work.Outcome,
                AcceptGood = work.Request.AcceptGood,
                Counts =
                [
                    Count(RecordKind.Paper, read, good.Count),
                    Count(RecordKind.Author, entries.Sum(e => e.Authors.Count), good.Sum(e => e.Authors.Count)),
                    Count(RecordKind.Keyword, entries.Sum(e => e.Keywords.Count), good.Sum(e => e.Keywords.Count)),
                ],
                Skipped = aside,
                Findings = work.Log.InOrder(files),
                Errors = work.Log.Errors,
                Warnings = work.Log.Warnings,
                Interrupted = work.Run.Interrupted,
                Elapsed = default,
            };

            ImportCount Count(RecordKind kind, int all, int accepted)
            {
                var (created, changed, withdrawn) = merge.Counts[kind];
                return new(kind, all, accepted, created, changed, accepted - created - changed, withdrawn, 0);
            }
        }

        public void Dispose()
        {
            csl?.Dispose();
            sheets?.Dispose();
        }

        private void ReadSheets(ImportWork work)
        {
            foreach (var sheet in sheets!.Sheets)
            {
                using (sheet)
                {
                    if (SheetTable.Find(sheet, PaperHeadings.All, PaperHeadings.Required, work.Log) is not { } table)
                    {
                        aside.Add(new(sheet.File, new("没有论文表头的工作表", "sheet without the header of a list of papers"), 1));
                        continue;
                    }
                    RequireAuthors(table);
                    files.Add(table.File);
                    while (table.Read()) Take(SheetPaper.Read(table, work.Today), work);
                    if (table.Unused is [_, ..] unused)
                        aside.Add(new(table.File, new(
                            $"不导入的列：{string.Join("、", unused)}", $"columns that are not imported: {string.Join(", ", unused)}"), unused.Count));
                }
            }
            if (files.Count == 0)
                throw new ImportRefusedException(
                    "no-header",
                    $"{work.Request.FileName} 中找不到表头：前 30 行里没有“{PaperHeadings.Title.Name}”一列。",
                    $"{work.Request.FileName} has no header: none of the first 30 rows has {PaperHeadings.Title.Name} (title), or a usual word for it.");
        }

        private static void RequireAuthors(SheetTable table)
        {
            if (!table.Has(PaperHeadings.Authors) && !table.Has(PaperHeadings.FirstAuthor))
                throw new ImportRefusedException(
                    "missing-columns",
                    $"{table.File} 的表头（第 {table.HeaderLine} 行）缺少列：{PaperHeadings.Authors.Name} 或 {PaperHeadings.FirstAuthor.Name}。",
                    $"The header of {table.File} (line {table.HeaderLine}) lacks {PaperHeadings.Authors.Name} (authors) or {PaperHeadings.FirstAuthor.Name} (first author).");
        }

        private void Take(PaperEntry? entry, ImportWork work)
        {
            if (++read > work.Request.Limits.KeptRows)
                throw new ImportRefusedException(
                    "too-many-rows",
                    $"{work.Request.FileName} 超过 {work.Request.Limits.KeptRows} 篇论文。",
                    $"{work.Request.FileName} has more than {work.Request.Limits.KeptRows} papers.");
            if (entry is not null) entries.Add(entry);
            if (read % 1_000 != 0) return;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report(ImportStep.Reading, work.Request.FileName, read);
        }
    }
}
