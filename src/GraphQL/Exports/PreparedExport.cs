using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>An export ready to run: its list, and this request's variables and viewer.</summary>
public sealed class PreparedExport
{
    internal PreparedExport(PreparedOperation operation, WholeList list, ExportFormat format)
    {
        (Operation, List, Format) = (operation, list, format);
        (Shape, Statement) = (ExportShape.Of(list.Row), list.Statement());
    }

    public ExportFormat Format { get; }

    /// <summary>The name of the file.</summary>
    public string FileName => $"{List.Root.Field.ResponseKey}.{Format.Extension}";

    internal PreparedOperation Operation { get; }
    internal WholeList List { get; }
    internal ExportShape Shape { get; }
    internal DataStatement Statement { get; }
}
