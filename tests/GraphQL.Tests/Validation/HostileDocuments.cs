using System.Text;

namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>Documents made to stop or slow a server, each named for what became known by it elsewhere.</summary>
internal static class HostileDocuments
{
    public static readonly IReadOnlyDictionary<string, Func<string>> All = new Dictionary<string, Func<string>>
    {
        ["one field two thousand times (graphql-js CVE-2023-26144)"] =
            () => $"{{ school(id: 1) {{ {Repeat(2_000, _ => "name")} }} }}",
        ["one key with two thousand arguments (graphql-php CVE-2026-40476)"] =
            () => $"{{ {Repeat(1_800, i => $"x: school(id: {i}) {{ id }}")} }}",
        ["fields with selections under one key, one inside the other"] =
            () => $"{{ {Repeat(30, _ => Nested(20))} }}",
        ["a key in thirty inline fragments at every level"] =
            () => $"{{ school(id: 1) {{ {Repeat(30, _ => $"... on School {{ head {{ mentor {{ {Repeat(20, _ => "mentor { id }")} }} }} }}")} }} }}",
        ["each fragment spreads the next twice (Apollo CVE-2025-32030 to 32034)"] =
            () => Chain(60, i => $"head {{ mentor {{ heads {{ school {{ ...F{i} }} }} }} x: mentor {{ heads {{ school {{ ...F{i} }} }} }} }}"),
        ["each fragment spreads all that follow"] =
            () => $"{{ school(id: 1) {{ ...F0 }} }} {Repeat(150, i =>
                $"fragment F{i} on School {{ head {{ id }} {Repeat(149 - i, j => $"...F{i + j + 1}")} }}")}",
        ["all fragments spread at one level, each with fields of its own under the same keys"] =
            () => $"{{ school(id: 1) {{ {Repeat(300, i => $"...F{i}")} }} }} {Repeat(300, i =>
                $"fragment F{i} on School {{ a: name b: name c: head {{ id name }} }}")}",
        ["a fragment that spreads itself (juniper CVE-2022-31173)"] =
            () => "{ school(id: 1) { ...A } } fragment A on School { ...A head { heads { school { ...A } } } }",
        ["two circles of fragments, of lengths without a common divisor"] =
            () => $"{{ school(id: 1) {{ ...A0 ...B0 }} }} {Circle("A", 397)} {Circle("B", 401)}",
        ["a circle of fragments with fields between"] =
            () => $"{{ school(id: 1) {{ ...A0 ...A1 }} }} {Repeat(400, i =>
                $"fragment A{i} on School {{ head {{ heads {{ school {{ ...A{(i + 1) % 400} }} }} }} }}")}",
        ["every fragment spreads every other"] =
            () => $"{{ school(id: 1) {{ ...F0 }} }} {Repeat(70, i => $"fragment F{i} on School {{ head {{ id }} {Repeat(70, j => $"...F{j}")} }}")}",
        ["a chain of a thousand fragments (graphql-java CVE-2023-28867)"] =
            () => Chain(1_000, i => $"...F{i}"),
        ["a subscription through a circle of fragments (Mercurius CVE-2026-30241)"] =
            () => $"subscription {{ ...A0 }} {Repeat(900, i => $"fragment A{i} on Subscription {{ ...A{(i + 1) % 900} }}")}",
        ["introspection from type to type (graphql-java CVE-2024-40094)"] =
            () => "{ __schema { types { " + Nest(18, "fields { type { ", "name", " } }") + " } } }",
        ["introspection through fragments (graphql-armor GHSA-224p-v68g-5g8f)"] =
            () => $"{{ __schema {{ types {{ ...T0 }} }} }} {Repeat(40, i =>
                $"fragment T{i} on __Type {{ fields {{ type {{ ...T{i + 1} }} }} inputFields {{ type {{ ...T{i + 1} }} }} }}")} "
                + "fragment T40 on __Type { name }",
        ["directives that do not exist (graphql-java CVE-2022-37734)"] =
            () => $"{{ {Repeat(1_200, i => $"a{i}: __typename @a{i} @b{i} @c{i} @d{i}")} }}",
        ["a field under a thousand aliases (Directus GHSA-6q22-g298-grjh)"] =
            () => $"{{ {Repeat(1_500, i => $"a{i}: school(id: 1) {{ id }}")} }}",
        ["variables of many operations through many fragments"] =
            () => $"{Repeat(150, i => $"query Q{i}($a: Int) {{ ...F0 }}")} {Repeat(150, i =>
                $"fragment F{i} on Query {{ schools(limit: $a) {{ id }} ...F{(i + 1) % 150} }}")}",
        ["names that are nearly right"] =
            () => $"{{ school(id: 1) {{ {Repeat(1_900, i => $"classe{i}")} }} }}",
        ["a name of a hundred thousand letters"] =
            () => $"{{ {new string('a', 100_000)} }}",
        ["an object with thousands of unknown fields"] =
            () => $"{{ schools(where: {{ {Repeat(4_000, i => $"f{i}: 1")} }}) {{ id }} }}",
        ["objects in objects, each with a long text"] =
            () => $"{{ schools(where: {Nest(29, "{ and: [", $"{{ x: \"{new string('a', 300_000)}\" }}", "] }")}) {{ id }} }}",
        ["a list of thousands of wrong values"] =
            () => $"{{ schools(names: [{Repeat(10_000, i => $"{i}")}]) {{ id }} }}",
        ["an operation with a name of a hundred thousand letters and a hundred unknown variables"] =
            () => $"query {new string('a', 100_000)} {{ {Repeat(100, i => $"a{i}: node(id: $a{i}) {{ id }}")} }}",
        ["two circles of fragments at one level, of lengths without a common divisor"] =
            () => $"{{ school(id: 1) {{ ...A0 ...B0 }} }} {Ring("A", 97)} {Ring("B", 101)}",
        ["thousands of definitions of the same name"] =
            () => Repeat(2_000, _ => "query A { id }"),
    };

    private static string Repeat(int times, Func<int, string> text)
    {
        var all = new StringBuilder();
        for (int i = 0; i < times; i++) all.Append(text(i)).Append(' ');
        return all.ToString();
    }

    private static string Nest(int times, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static string Nested(int depth) => $"school(id: 1) {{ head {{ {Nest(depth, "mentor { ", "id name", " }")} }} }}";

    private static string Circle(string name, int length) =>
        Repeat(length, i => $"fragment {name}{i} on School {{ head {{ heads {{ school {{ ...{name}{(i + 1) % length} }} }} }} }}");

    private static string Ring(string name, int length) =>
        Repeat(length, i => $"fragment {name}{i} on School {{ id head {{ id }} ...{name}{(i + 1) % length} }}");

    /// <summary>A query that leads through fragments F0, F1, … each of which goes on to the next.</summary>
    private static string Chain(int length, Func<int, string> next) =>
        $"{{ school(id: 1) {{ ...F0 }} }} {Repeat(length, i => $"fragment F{i} on School {{ {next(i + 1)} }}")}"
        + $" fragment F{length} on School {{ id }}";
}
