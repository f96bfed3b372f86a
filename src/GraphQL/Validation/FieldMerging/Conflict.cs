using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.FieldMerging;

/// <summary>Two fields that can't be merged, and why; with a conflict of their subfields, all fields on the way to it.</summary>
internal sealed record Conflict(string ResponseKey, string Reason, IReadOnlyList<FieldNode> Fields1, IReadOnlyList<FieldNode> Fields2)
{
    private const int MostNodes = 20;

    internal static Conflict OfSubfields(string responseKey, List<Conflict> conflicts, FieldNode field1, FieldNode field2)
    {
        // Each adds its text, and deep ones repeat it: it is cut at every level.
        string reason = "";
        foreach (var conflict in conflicts)
        {
            reason += (reason == "" ? "" : " and ")
                + $"subfields \"{Inspection.Cut(conflict.ResponseKey)}\" conflict because {conflict.Reason}";
            if (Inspection.IsCut(reason)) break;
        }
        return new Conflict(
            responseKey,
            Inspection.Cut(reason),
            Nodes(field1, conflicts.Select(conflict => conflict.Fields1)),
            Nodes(field2, conflicts.Select(conflict => conflict.Fields2)));
    }

    private static List<FieldNode> Nodes(FieldNode first, IEnumerable<IReadOnlyList<FieldNode>> following)
    {
        List<FieldNode> nodes = [first];
        foreach (var fields in following)
        {
            nodes.AddRange(fields.TakeLast(MostNodes - nodes.Count));
            if (nodes.Count == MostNodes) break;
        }
        return nodes;
    }
}
