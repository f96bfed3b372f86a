using HomeroomGraph.Data.Import;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Import;

/// <summary>A report names teachers: the readers and administrators of the district see it, and of a school's own file the school's readers.</summary>
internal sealed class ImportRunType() : TableType<ImportRun>("ImportRun", "A run of an import: which file, how far it came, what its report says.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ImportRun> row) => AnyOf(
        row.In(Reach.Organisation.Districts, r => r.DistrictId),
        row.In(Reach.AdministeredDistricts, r => r.DistrictId),
        row.InPart(r => r.DistrictId, row.In(Reach.Organisation.Schools, r => r.SchoolId)));

    protected override void Configure(TableTypeDescriptor<ImportRun> type)
    {
        type.Root.List("importRuns", "The runs of imports in the viewer's districts, newest first.")
            .ById("importRun", "A run of an import by its id, to follow its progress.");

        type.Field(r => r.Kind, "What the file is.").Filterable().Sortable();
        type.Field(r => r.FileName, "The file's name.").Filterable().Sortable();
        type.Field(r => r.FileSha256, "The SHA-256 of the file.").Filterable();
        type.Field(r => r.State, "How far it is, or how it ended.").Filterable().Sortable();
        type.Field(r => r.DryRun, "It is only to be seen what would happen.").Filterable();
        type.Field(r => r.AcceptGood, "The good rows are to be taken although there are wrong ones.").Filterable();
        type.Field(r => r.RequestedBy, "Who asked for it: an account's id, or a program.").Filterable();
        type.Field(r => r.StartedAt, "When it was asked for, and then when it began.").Filterable().Sortable();
        type.Field(r => r.FinishedAt, "When it ended.").Filterable().Sortable();
        type.Field(r => r.Step, "What it is at.");
        type.Field(r => r.StepDetail, "The file or the kind of record it is at.");
        type.Field(r => r.RowsDone, "Rows of this step that are done.");
        type.Field(r => r.StepsDone, "Steps that are done, files and kinds of record counted each.");
        type.Field(r => r.StepsTotal, "All of its steps; 0 before it has begun.");
        type.Field(r => r.Errors, "Wrong rows that can't be taken, also those that the findings don't list.").Filterable().Sortable();
        type.Field(r => r.Warnings, "What looks wrong in rows that are still good.").Filterable().Sortable();
        type.Field(r => r.FailureCode, "Why it failed: a stable code.").Filterable();
        type.Field(r => r.FailureChinese, "Why it failed, in Chinese.");
        type.Field(r => r.FailureEnglish, "Why it failed, in English.");
        type.ToOne(r => r.District, "The district.").Filterable();
        type.ToOne(r => r.School, "The school whose own file it is; null for one of the whole district.").Filterable();
        type.ToMany(r => r.Counts, "What it read, took and stored of each kind of record.");
        type.ToMany(r => r.Findings, "The wrong rows, by file and line; at most a thousand.").Filterable().Sortable();
        type.ToMany(r => r.Asides, "What was left aside without being wrong.");
        type.OrderedBy(r => r.RunId, descending: true);
    }
}

internal sealed class ImportCountType() : TableType<ImportRunCount>("ImportCount", "What an import read, took and stored of one kind of record.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ImportRunCount> row) => row.AsOwner<ImportRun>(c => c.Run);

    protected override void Configure(TableTypeDescriptor<ImportRunCount> type)
    {
        type.Field(c => c.Kind, "Of what.");
        type.Field(c => c.Read, "Rows in the file, wrong ones with them.");
        type.Field(c => c.Accepted, "Rows that are good.");
        type.Field(c => c.Created, "New records; in a dry or refused run, what there would be.");
        type.Field(c => c.Changed, "Records that differed.");
        type.Field(c => c.Unchanged, "Records that were as the file has them.");
        type.Field(c => c.Withdrawn, "Records ended, closed or removed.");
        type.Field(c => c.NotInFile, "Records that an earlier file brought and this one does not have; they stay.");
        type.OrderedBy(c => c.Place);
    }
}

internal sealed class ImportFindingType() : TableType<ImportRunFinding>("ImportFinding", "A wrong row of an imported file: where, what, why, and what hangs on it.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ImportRunFinding> row) => row.AsOwner<ImportRun>(f => f.Run);

    protected override void Configure(TableTypeDescriptor<ImportRunFinding> type)
    {
        type.Field(f => f.Severity, "Whether the row is lost.").Filterable();
        type.Field(f => f.Code, "Why: a stable code.").Filterable();
        type.Field(f => f.File, "The file, with the sheet where there are several.").Filterable();
        type.Field(f => f.Line, "The line of a text file, the row of a sheet.");
        type.Field(f => f.Column, "The column; empty when the row as a whole is meant.");
        type.Field(f => f.Value, "The value, cut to a line's length.");
        type.Field(f => f.Chinese, "Why, in Chinese.");
        type.Field(f => f.English, "Why, in English.");
        type.Field(f => f.ConsequencesChinese, "What is left out because it hangs on the row, in Chinese; empty when nothing is.");
        type.Field(f => f.ConsequencesEnglish, "What is left out because it hangs on the row, in English; empty when nothing is.");
        type.OrderedBy(f => f.Place);
    }
}

internal sealed class ImportAsideType() : TableType<ImportRunAside>("ImportAside", "What an import left aside without its being wrong, such as pupils or hidden sheets.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ImportRunAside> row) => row.AsOwner<ImportRun>(a => a.Run);

    protected override void Configure(TableTypeDescriptor<ImportRunAside> type)
    {
        type.Field(a => a.File, "The file, with the sheet where there are several.");
        type.Field(a => a.Count, "How many.");
        type.Field(a => a.Chinese, "What, in Chinese.");
        type.Field(a => a.English, "What, in English.");
        type.OrderedBy(a => a.Place);
    }
}
