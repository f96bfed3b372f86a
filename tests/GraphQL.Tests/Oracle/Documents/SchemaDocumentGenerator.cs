namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Writes documents that define a schema: every kind of type, interfaces that implement interfaces, directives with their places,
/// extensions, deprecated arguments, oneOf inputs.</summary>
/// <param name="wrong">So many of a hundred places are other than a schema wants them; at 0 nearly all schemas are valid.</param>
internal sealed class SchemaDocumentGenerator(Choices choices, int wrong)
{
    private static readonly string[] BuiltIn = ["Int", "Float", "String", "Boolean", "ID"];

    private static readonly string[] Locations =
    [
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION", "FIELD", "QUERY",
        "VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION",
    ];

    private readonly Tokens _tokens = new(choices);
    private readonly List<(string Name, bool HasArgument, IReadOnlyList<string> Locations, bool Repeatable)> _directives = [];
    private List<string> _scalars = [], _enums = [], _inputs = [], _objects = [], _interfaces = [], _unions = [];

    /// <summary>A field as text, for those who must have it too.</summary>
    private sealed record Member(string Name, string Arguments, string Type);

    private sealed record Interface(string Name, IReadOnlyList<string> Implements, IReadOnlyList<Member> Fields);

    public IReadOnlyList<string> Write()
    {
        _scalars = Names("S", 2);
        _enums = Names("E", 2);
        _inputs = Names("In", 3);
        _interfaces = Names("I", 3);
        _objects = ["Query", .. Names("O", 3)];
        _unions = Names("U", 2);
        for (int i = choices.Below(3); i > 0; i--) DirectiveDefinition($"d{i}");
        foreach (string name in _scalars) Definition("scalar", name, "SCALAR", choices.Percent(20) ? ["@", "specifiedBy", "(", "url", ":", "\"u\"", ")"] : []);
        foreach (string name in _enums) Enum(name);
        foreach (string name in _inputs) Input(name);
        var interfaces = new List<Interface>();
        foreach (string name in _interfaces) interfaces.Add(Complex("interface", name, interfaces));
        foreach (string name in _objects) Complex("type", name, interfaces);
        foreach (string name in _unions) Union(name);
        if (choices.Percent(25)) SchemaDefinition();
        for (int i = choices.Below(3); i > 0; i--) Extension();
        return _tokens.All;
    }

    private List<string> Names(string kind, int most) => [.. Enumerable.Range(0, choices.Below(most + 1)).Select(i => choices.Percent(wrong) ? choices.Of("__Own", "Query", "String", "E0", "O1") : $"{kind}{i}")];

    private void Definition(string keyword, string name, string location, params IReadOnlyList<string> more)
    {
        Description();
        _tokens.Add(keyword, name).Add([.. more]);
        Directives(location);
    }

    private void Description()
    {
        if (choices.Percent(15)) _tokens.Add(choices.Of(Literals.Strings));
    }

    private void Enum(string name)
    {
        Definition("enum", name, "ENUM");
        _tokens.Add("{");
        for (int i = choices.Between(1, 3); i >= 0; i--) EnumValue(i);
        _tokens.Add("}");
    }

    private void EnumValue(int number)
    {
        Description();
        _tokens.Add(choices.Percent(wrong) ? choices.Of("V1", "true", "null", "__v") : $"V{number}");
        Directives("ENUM_VALUE");
    }

    private void Input(string name)
    {
        bool oneOf = choices.Percent(30);
        Definition("input", name, "INPUT_OBJECT", oneOf ? ["@", "oneOf"] : []);
        _tokens.Add("{");
        for (int i = choices.Between(1, 4); i > 0; i--) InputValue($"f{i}", "INPUT_FIELD_DEFINITION", oneOf && !choices.Percent(wrong));
        _tokens.Add("}");
    }

    private void InputValue(string name, string location, bool mustBeNullable = false)
    {
        Description();
        string type = InputType(mustBeNullable);
        _tokens.Add(choices.Percent(wrong) ? "f1" : name, ":").Add([.. TokensOf.Text(type)]);
        if (!mustBeNullable && choices.Percent(30)) _tokens.Add("=").Add([.. TokensOf.Text(Default(type))]);
        // A value that must be given can't be deprecated.
        if (!type.EndsWith('!') || choices.Percent(wrong)) Deprecated();
        Directives(location);
    }

    private void Deprecated()
    {
        if (!choices.Percent(10)) return;
        _tokens.Add("@", "deprecated");
        if (choices.Percent(50)) _tokens.Add("(", "reason", ":", choices.Percent(wrong) ? "null" : choices.Of(Literals.Strings), ")");
    }

    /// <summary>A default of the type, mostly.</summary>
    private string Default(string type)
    {
        if (choices.Percent(wrong)) return choices.Of("null", "1", "\"a\"", "[]", "{}", "{f1: 1}", "V9", "$v");
        if (!type.EndsWith('!') && choices.Percent(20)) return "null";
        if (type.StartsWith('[')) return choices.Percent(70) ? "[]" : $"[{Default(type.TrimEnd('!')[1..^1])}]";
        return type.TrimEnd('!') switch
        {
            "Int" or "Float" => choices.Of("1", "-2"),
            "ID" or "String" => choices.Of("\"\"", "\"\\u{1F600}\""),
            "Boolean" => "true",
            var name when _enums.Contains(name) => "V0",
            var name when _inputs.Contains(name) => choices.Of("{}", "{f1: null}"),
            _ => choices.Of("1", "{a: [B]}"),
        };
    }

    private string InputType(bool mustBeNullable)
    {
        string name = choices.Percent(wrong) ? AnyType() : choices.Of([.. BuiltIn, .. _scalars, .. _enums, .. _inputs]);
        // An input that must have itself can't be written.
        string inner = name + (mustBeNullable || _inputs.Contains(name) && !choices.Percent(wrong) ? "" : choices.Of("", "!"));
        return choices.Percent(25) ? $"[{inner}]{(mustBeNullable ? "" : choices.Of("", "!"))}" : inner;
    }

    private string OutputType() => Wrapped(choices.Percent(wrong) ? AnyType() : choices.Of([.. BuiltIn, .. _scalars, .. _enums, .. _objects, .. _interfaces, .. _unions]));

    private string Wrapped(string name) => choices.Below(5) switch { 0 => $"[{name}]", 1 => $"[{name}!]!", 2 => $"{name}!", _ => name };

    private string AnyType() => choices.Of(["Unknown", "__Type", .. BuiltIn, .. _scalars, .. _enums, .. _inputs, .. _objects, .. _interfaces, .. _unions]);

    private Interface Complex(string keyword, string name, List<Interface> interfaces)
    {
        var implemented = interfaces.Where(_ => choices.Percent(40)).ToList();
        if (!choices.Percent(wrong)) implemented = [.. implemented.SelectMany(i => i.Implements).Distinct().Select(n => interfaces.Find(i => i.Name == n)).OfType<Interface>().Union(implemented)];
        var names = implemented.Select(i => i.Name).ToList();
        if (choices.Percent(wrong)) names.Add(AnyType());

        var own = Enumerable.Range(0, choices.Between(1, 3)).Select(i => new Member($"f{name}{i}", Arguments(), OutputType()));
        var fields = implemented.SelectMany(i => i.Fields).DistinctBy(f => f.Name).Where(_ => !choices.Percent(wrong)).Concat(own).ToList();
        Definition(keyword, name, keyword == "type" ? "OBJECT" : "INTERFACE", names.Count == 0 ? [] : ["implements", .. string.Join(" & ", names).Split(' ')]);
        _tokens.Add("{");
        foreach (var field in fields) Field(field, isOwn: field.Name.StartsWith($"f{name}", StringComparison.Ordinal));
        _tokens.Add("}");
        return new Interface(name, [.. names], fields);
    }

    private string Arguments()
    {
        if (choices.Percent(65)) return "";
        var outer = _tokens.All.Count;
        for (int i = choices.Between(1, 3); i > 0; i--) InputValue($"a{i}", "ARGUMENT_DEFINITION");
        string text = string.Join(' ', _tokens.All[outer..]);
        _tokens.All.RemoveRange(outer, _tokens.All.Count - outer);
        return $"({text})";
    }

    private void Field(Member field, bool isOwn)
    {
        Description();
        // What an interface wants may be narrower here: not null.
        string type = !isOwn && !field.Type.EndsWith('!') && choices.Percent(30) ? field.Type + "!" : choices.Percent(wrong) ? OutputType() : field.Type;
        _tokens.Add(choices.Percent(wrong) ? "__f" : field.Name).Add([.. TokensOf.Text(choices.Percent(wrong) ? "" : field.Arguments)]).Add(":").Add([.. TokensOf.Text(type)]);
        Deprecated();
        Directives("FIELD_DEFINITION");
    }

    private void Union(string name)
    {
        Definition("union", name, "UNION");
        var members = _objects.Where(_ => choices.Percent(50)).DefaultIfEmpty("Query").ToList();
        if (choices.Percent(wrong)) members.Add(AnyType());
        _tokens.Add("=").Add([.. string.Join(" | ", members).Split(' ')]);
    }

    private void DirectiveDefinition(string name)
    {
        Description();
        _tokens.Add("directive", "@", choices.Percent(wrong) ? choices.Of("d1", "skip", "__d") : name);
        bool hasArgument = choices.Percent(60);
        if (hasArgument) _tokens.Add(["(", "x", ":", "Int", .. choices.Percent(50) ? ["=", "1"] : Array.Empty<string>(), ")"]);
        bool repeatable = choices.Percent(40);
        if (repeatable) _tokens.Add("repeatable");
        var locations = Locations.Where(_ => choices.Percent(50)).DefaultIfEmpty("OBJECT").ToList();
        _tokens.Add("on").Add([.. string.Join(" | ", choices.Percent(wrong) ? ["WRONG"] : locations).Split(' ')]);
        _directives.Add((name, hasArgument, locations, repeatable));
    }

    private void Directives(string location)
    {
        foreach (var (name, hasArgument, locations, repeatable) in _directives)
        {
            if (!choices.Percent(10) || !locations.Contains(location) && !choices.Percent(wrong)) continue;
            for (int i = repeatable || choices.Percent(wrong) ? choices.Between(1, 2) : 1; i > 0; i--)
            {
                _tokens.Add("@", name);
                if (hasArgument != choices.Percent(wrong) && choices.Percent(50)) _tokens.Add("(", choices.Percent(wrong) ? "y" : "x", ":", choices.Percent(wrong) ? "\"s\"" : "1", ")");
            }
        }
    }

    private void SchemaDefinition()
    {
        Description();
        _tokens.Add("schema");
        Directives("SCHEMA");
        _tokens.Add("{", "query", ":", choices.Percent(wrong) ? AnyType() : "Query");
        if (choices.Percent(30)) _tokens.Add(choices.Percent(wrong) ? "query" : "mutation", ":", choices.Percent(wrong) ? AnyType() : choices.Of(_objects));
        _tokens.Add("}");
    }

    private void Extension()
    {
        _tokens.Add("extend");
        switch (choices.Below(6))
        {
            case 0: _tokens.Add("type", choices.Percent(wrong) ? AnyType() : choices.Of(_objects), "{", $"x{choices.Below(3)}", ":", "Int", "}"); break;
            case 1: _tokens.Add("enum", _enums.Count == 0 || choices.Percent(wrong) ? AnyType() : choices.Of(_enums), "{", $"X{choices.Below(3)}", "}"); break;
            case 2: _tokens.Add("input", _inputs.Count == 0 || choices.Percent(wrong) ? AnyType() : choices.Of(_inputs), "{", $"x{choices.Below(3)}", ":", "Int", "}"); break;
            case 3: _tokens.Add("union", _unions.Count == 0 || choices.Percent(wrong) ? AnyType() : choices.Of(_unions), "=", choices.Of(_objects)); break;
            case 4: _tokens.Add("scalar", _scalars.Count == 0 || choices.Percent(wrong) ? AnyType() : choices.Of(_scalars), "@", "d1"); break;
            default: _tokens.Add("interface", _interfaces.Count == 0 || choices.Percent(wrong) ? AnyType() : choices.Of(_interfaces), "{", $"x{choices.Below(3)}", ":", "Int", "}"); break;
        }
    }
}
