using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HomeroomGraph.Benchmarks.Compile;

/// <summary>Makes documents by chance out of a schema, each another one: lists of the root with values, related rows and lists inside of them.</summary>
internal sealed class DocumentMaker
{
    private const int Deepest = 3;

    /// <summary>What it has to know of the schema.</summary>
    public const string Introspection = """
        { __schema { queryType { name } types { name kind fields { name args { name type { kind } } type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }
        """;

    private readonly Dictionary<string, Field[]> _fields;
    private readonly Dictionary<string, string> _rows;
    private readonly Field[] _lists;
    private readonly Random _chance;

    private sealed record Field(string Name, string Type, string Kind, bool NeedsArguments);

    /// <param name="schema">The data of <see cref="Introspection"/>'s answer.</param>
    /// <param name="seed">Of the chance.</param>
    public DocumentMaker(JsonNode schema, int seed)
    {
        _chance = new Random(seed);
        var types = schema["__schema"]!["types"]!.AsArray().Where(t => t!["kind"]!.GetValue<string>() == "OBJECT").ToArray();
        _fields = types.ToDictionary(t => NameOf(t!), t => t!["fields"]!.AsArray().Select(FieldOf).ToArray());
        _rows = _fields.Where(t => t.Key.EndsWith("Connection", StringComparison.Ordinal))
            .Select(t => (t.Key, Nodes: t.Value.FirstOrDefault(f => f.Name == "nodes")?.Type)).Where(t => t.Nodes is not null).ToDictionary(t => t.Key, t => t.Nodes!);
        _lists = [.. _fields[NameOf(schema["__schema"]!["queryType"]!)].Where(f => !f.NeedsArguments && _rows.ContainsKey(f.Type))];
    }

    /// <summary>The next document.</summary>
    public string Next(int number)
    {
        var document = new StringBuilder().Append(CultureInfo.InvariantCulture, $"query Q{number} {{ ");
        Write(_lists[_chance.Next(_lists.Length)], depth: 0, document);
        return document.Append('}').ToString();
    }

    private void Write(Field field, int depth, StringBuilder to)
    {
        to.Append(field.Name);
        if (_rows.TryGetValue(field.Type, out var row))
        {
            to.Append(CultureInfo.InvariantCulture, $"(first: {1 + _chance.Next(5)}) {{ nodes {{ ");
            WriteRow(row, depth + 1, to);
            to.Append("} ");
            if (_chance.Next(3) == 0) to.Append("pageInfo { hasNextPage endCursor } ");
            to.Append("} ");
            return;
        }

        to.Append(' ');
        if (field.Kind != "OBJECT") return;
        to.Append("{ ");
        WriteRow(field.Type, depth + 1, to);
        to.Append("} ");
    }

    private void WriteRow(string type, int depth, StringBuilder to)
    {
        var all = _fields[type].Where(f => !f.NeedsArguments).ToArray();
        var values = all.Where(f => f.Kind is "SCALAR" or "ENUM").ToArray();
        var related = all.Where(f => f.Kind == "OBJECT" && _fields.ContainsKey(f.Type) && (_rows.ContainsKey(f.Type) || _fields[f.Type].Any(x => x.Name == "id"))).ToArray();
        to.Append("__typename ");
        foreach (var field in Some(values, 2 + _chance.Next(5))) Write(field, depth, to);
        if (depth < Deepest)
            foreach (var field in Some(related, _chance.Next(3))) Write(field, depth, to);
    }

    private IEnumerable<Field> Some(Field[] of, int count) => of.OrderBy(_ => _chance.Next()).Take(count).ToArray();

    private static Field FieldOf(JsonNode? field)
    {
        var type = field!["type"]!;
        while (type["ofType"] is { } inner) type = inner;
        return new(NameOf(field), NameOf(type), type["kind"]!.GetValue<string>(), field["args"]!.AsArray().Any(a => a!["type"]!["kind"]!.GetValue<string>() == "NON_NULL"));
    }

    private static string NameOf(JsonNode of) => of["name"]!.GetValue<string>();
}
