using System.Text.Json;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.GraphQL.Exports;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>A list of papers as references (rule R4): which papers and in which order, the query says; what is shown of each, the form. References of the author-date system stand in
/// the order of that system, so their texts are kept until the end.</summary>
internal sealed class ReferenceFormat(string name, ReferenceForm form)
    : ExportFormat(name, ReferenceWriter.MediaTypeOf(form), ReferenceWriter.ExtensionOf(form))
{
    private static readonly ExportedRows OfPapers = new("Paper", PaperJson.Selection);

    /// <summary>All of them. Who asks for plain text by <c>Accept</c> has the edition in force.</summary>
    public static IReadOnlyList<ReferenceFormat> All { get; } =
    [
        new("gb2025-numeric", ReferenceForm.Gb2025Numeric), new("gb2025-author-date", ReferenceForm.Gb2025AuthorDate), new("gb2015-numeric", ReferenceForm.Gb2015Numeric),
        new("gb2015-author-date", ReferenceForm.Gb2015AuthorDate), new("csl-json", ReferenceForm.CslJson), new("bibtex", ReferenceForm.BibTex),
    ];

    /// <inheritdoc/>
    public override ExportedRows Rows => OfPapers;

    /// <inheritdoc/>
    public override ValueTask<ExportWriter> BeginAsync(IReadOnlyList<ExportColumn> columns, ExportOutput to, CancellationToken cancellation) =>
        new(new Writer(new ReferenceWriter(to.Buffer, form)));

    private sealed class Writer(ReferenceWriter references) : ExportWriter
    {
        public override ValueTask WriteAsync(ExportRow row, CancellationToken cancellation)
        {
            using var paper = JsonDocument.Parse(row.Json);
            references.Add(PaperReference.Of(PaperJson.RecordOf(paper.RootElement)));
            return ValueTask.CompletedTask;
        }

        public override ValueTask EndAsync(CancellationToken cancellation)
        {
            references.Complete();
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            references.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
