using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using static HomeroomGraph.GraphQL.Contract.DifferenceKind;

namespace HomeroomGraph.GraphQL.Tests.Contract;

/// <summary>Two schemas with one difference: what stands in them beside a query of their own.</summary>
public sealed record DifferenceCase(DifferenceKind Kind, string Coordinate, string Older, string Newer)
{
    private const string Rest = "type Query { a: Int }\n";

    /// <summary>A case for every kind, more where a kind has more ways.</summary>
    public static IReadOnlyList<DifferenceCase> All { get; } =
    [
        new(RootTypeRemoved, "schema", "schema { query: Query mutation: M } type M { a: Int }", "schema { query: Query } type M { a: Int }"),
        new(RootTypeChanged, "schema", "schema { query: Query mutation: M } type M { a: Int } type N { a: Int }", "schema { query: Query mutation: N } type M { a: Int } type N { a: Int }"),
        new(RootTypeAdded, "schema", "schema { query: Query } type M { a: Int }", "schema { query: Query mutation: M } type M { a: Int }"),
        new(TypeRemoved, "T", "type T { a: Int }", ""),
        new(TypeRemoved, "S", "scalar S", ""),
        new(TypeKindChanged, "T", "type T { a: Int }", "input T { a: Int }"),
        new(TypeKindChanged, "T", "interface T { a: Int }", "type T { a: Int }"),
        new(TypeAdded, "T", "", "type T { a: Int }"),
        new(FieldRemoved, "T.b", "type T { a: Int b: Int }", "type T { a: Int }"),
        new(FieldRemoved, "I.b", "interface I { a: Int b: Int }", "interface I { a: Int }"),
        new(FieldTypeChanged, "T.a", "type T { a: Int b: String }", "type T { a: String b: String }"),
        new(FieldTypeChanged, "T.a", "type T { a: Int! }", "type T { a: Int }"),
        new(FieldTypeChanged, "T.a", "type T { a: [Int!] }", "type T { a: [Int] }"),
        new(FieldTypeChanged, "T.a", "type T { a: Int }", "type T { a: [Int] }"),
        new(FieldTypeChanged, "T.a", "type T { a: [Int] }", "type T { a: Int }"),
        new(FieldTypeChanged, "T.a", "type T { a: I b: U } interface I { b: Int } type U implements I { b: Int }", "type T { a: U b: U } interface I { b: Int } type U implements I { b: Int }"),
        new(FieldTypeNarrowed, "T.a", "type T { a: Int }", "type T { a: Int! }"),
        new(FieldTypeNarrowed, "T.a", "type T { a: [Int] }", "type T { a: [Int!]! }"),
        new(FieldTypeNarrowed, "I.a", "interface I { a: [[Int]] }", "interface I { a: [[Int!]] }"),
        new(FieldAdded, "T.b", "type T { a: Int }", "type T { a: Int b: Int }"),
        new(InterfaceRemoved, "T", "interface I { a: Int } type T implements I { a: Int }", "interface I { a: Int } type T { a: Int }"),
        new(InterfaceAdded, "T", "interface I { a: Int } type T { a: Int }", "interface I { a: Int } type T implements I { a: Int }"),
        new(InterfaceAdded, "J", "interface I { a: Int } interface J { a: Int }", "interface I { a: Int } interface J implements I { a: Int }"),
        new(UnionMemberRemoved, "W", "union W = T | U type T { a: Int } type U { a: Int }", "union W = T type T { a: Int } type U { a: Int }"),
        new(UnionMemberAdded, "W", "union W = T type T { a: Int } type U { a: Int }", "union W = T | U type T { a: Int } type U { a: Int }"),
        new(EnumValueRemoved, "E.B", "enum E { A B }", "enum E { A }"),
        new(EnumValueAdded, "E.B", "enum E { A }", "enum E { A B }"),
        new(ArgumentRemoved, "T.a(c:)", "type T { a(b: Int c: Int): Int }", "type T { a(b: Int): Int }"),
        new(ArgumentRemoved, "@d(c:)", "directive @d(b: Int, c: Int) on FIELD", "directive @d(b: Int) on FIELD"),
        new(ArgumentTypeChanged, "T.a(b:)", "type T { a(b: Int): Int }", "type T { a(b: Int!): Int }"),
        new(ArgumentTypeChanged, "T.a(b:)", "type T { a(b: Int): Int }", "type T { a(b: [Int]): Int }"),
        new(ArgumentTypeChanged, "T.a(b:)", "type T { a(b: [Int]): Int }", "type T { a(b: [Int!]): Int }"),
        new(ArgumentTypeChanged, "@d(b:)", "directive @d(b: Int) on FIELD scalar S", "directive @d(b: S) on FIELD scalar S"),
        new(ArgumentTypeWidened, "T.a(b:)", "type T { a(b: Int!): Int }", "type T { a(b: Int): Int }"),
        new(ArgumentTypeWidened, "T.a(b:)", "type T { a(b: [Int!]!): Int }", "type T { a(b: [Int]): Int }"),
        new(RequiredArgumentAdded, "T.a(b:)", "type T { a: Int }", "type T { a(b: Int!): Int }"),
        new(RequiredArgumentAdded, "@d(b:)", "directive @d on FIELD", "directive @d(b: Int!) on FIELD"),
        new(OptionalArgumentAdded, "T.a(b:)", "type T { a: Int }", "type T { a(b: Int! = 1): Int }"),
        new(OptionalArgumentAdded, "@d(b:)", "directive @d on FIELD", "directive @d(b: Int) on FIELD"),
        new(InputFieldRemoved, "In.b", "input In { a: Int b: Int }", "input In { a: Int }"),
        new(InputFieldTypeChanged, "In.a", "input In { a: Int }", "input In { a: Int! }"),
        new(InputFieldTypeChanged, "In.b", "input In { a: [Int] b: [Int] }", "input In { a: [Int] b: Int }"),
        new(InputFieldTypeWidened, "In.a", "input In { a: Int! }", "input In { a: Int }"),
        new(RequiredInputFieldAdded, "In.b", "input In { a: Int }", "input In { a: Int b: Int! }"),
        new(OptionalInputFieldAdded, "In.b", "input In { a: Int }", "input In { a: Int b: Int! = 3 }"),
        new(DefaultValueNeeded, "T.a(b:)", "type T { a(b: Int! = 1): Int }", "type T { a(b: Int!): Int }"),
        new(DefaultValueRemoved, "T.a(b:)", "type T { a(b: Int = 1): Int }", "type T { a(b: Int): Int }"),
        new(DefaultValueChanged, "T.a(b:)", "type T { a(b: Int = 1): Int }", "type T { a(b: Int = 2): Int }"),
        new(DefaultValueChanged, "In.a", "input In { a: [Int] = [1, 2] }", "input In { a: [Int] = [2, 1] }"),
        new(DefaultValueChanged, "@d(b:)", "directive @d(b: Int = 1) on FIELD", "directive @d(b: Int = null) on FIELD"),
        new(DefaultValueAdded, "In.a", "input In { a: Int }", "input In { a: Int = 1 }"),
        new(NoLongerRequired, "T.a(b:)", "type T { a(b: Int!): Int }", "type T { a(b: Int! = 1): Int }"),
        new(NoLongerRequired, "@d(b:)", "directive @d(b: Int!) on FIELD", "directive @d(b: Int! = 1) on FIELD"),
        new(OneOfAdded, "In", "input In { a: Int b: Int }", "input In @oneOf { a: Int b: Int }"),
        new(OneOfRemoved, "In", "input In @oneOf { a: Int b: Int }", "input In { a: Int b: Int }"),
        new(SpecifiedByChanged, "S", "scalar S @specifiedBy(url: \"https://a\")", "scalar S @specifiedBy(url: \"https://b\")"),
        new(SpecifiedByChanged, "S", "scalar S @specifiedBy(url: \"https://a\")", "scalar S"),
        new(SpecifiedByAdded, "S", "scalar S", "scalar S @specifiedBy(url: \"https://a\")"),
        new(DirectiveRemoved, "@d", "directive @d on FIELD", ""),
        new(DirectiveAdded, "@d", "", "directive @d on FIELD"),
        new(DirectiveLocationRemoved, "@d", "directive @d on FIELD | QUERY", "directive @d on FIELD"),
        new(DirectiveLocationAdded, "@d", "directive @d on FIELD", "directive @d on FIELD | QUERY"),
        new(RepeatableRemoved, "@d", "directive @d repeatable on FIELD", "directive @d on FIELD"),
        new(RepeatableAdded, "@d", "directive @d on FIELD", "directive @d repeatable on FIELD"),
        new(DeprecationAdded, "T.a", "type T { a: Int }", "type T { a: Int @deprecated }"),
        new(DeprecationAdded, "T.a(b:)", "type T { a(b: Int): Int }", "type T { a(b: Int @deprecated): Int }"),
        new(DeprecationAdded, "E.A", "enum E { A B }", "enum E { A @deprecated B }"),
        new(DeprecationChanged, "In.a", "input In { a: Int @deprecated(reason: \"x\") }", "input In { a: Int @deprecated(reason: \"y\") }"),
        new(DeprecationRemoved, "T.a", "type T { a: Int @deprecated }", "type T { a: Int }"),
        new(DescriptionChanged, "T", "type T { a: Int }", "\"x\" type T { a: Int }"),
        new(DescriptionChanged, "T.a", "type T { \"x\" a: Int }", "type T { \"y\" a: Int }"),
        new(DescriptionChanged, "E.A", "enum E { \"x\" A }", "enum E { A }"),
        new(DescriptionChanged, "@d(b:)", "directive @d(\"x\" b: Int) on FIELD", "directive @d(b: Int) on FIELD"),
        new(DescriptionChanged, "schema", "\"x\" schema { query: Query }", "schema { query: Query }"),
    ];

    /// <summary>The schema of a case's text.</summary>
    public static Schema SchemaOf(string text) => SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(DocumentOf(text))));

    /// <summary>The whole document of a case's text.</summary>
    public static string DocumentOf(string text) => Rest + text;
}
