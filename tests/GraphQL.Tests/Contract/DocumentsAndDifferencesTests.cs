using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Tests.Oracle;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;
using HomeroomGraph.GraphQL.Types;
using static HomeroomGraph.GraphQL.Contract.DifferenceKind;

namespace HomeroomGraph.GraphQL.Tests.Contract;

/// <summary>What is called breaking, held against documents made by chance that are valid before the change: only a breaking change
/// refuses one of them.</summary>
public sealed class DocumentsAndDifferencesTests
{
    private const int Documents = 1_000;
    private static readonly Lazy<IReadOnlyList<string>> Valid = new(() =>
    [
        .. Enumerable.Range(0, Documents)
            .Select(index => new Choices(OracleRun.Seed, index))
            .Select(choices => Tokens.Set(new DocumentGenerator(SchoolSchema.Instance, choices, wrong: 0).Write(), choices))
            .Where(text => Verdict.OfDocument(SchoolSchema.Instance, text, suggest: false) == "valid"),
    ]);

    [Theory]
    [InlineData(TypeAdded, "scalar Date", "scalar Date scalar Time")]
    [InlineData(FieldAdded, "  office: String\n", "  office: String  room: Int\n")]
    [InlineData(UnionMemberAdded, "union SearchResult = School | Class", "union SearchResult = School | Class | Clerk")]
    [InlineData(EnumValueAdded, "  SENIOR\n", "  SENIOR KINDERGARTEN\n")]
    [InlineData(ArgumentTypeWidened, "search(text: String!)", "search(text: String)")]
    [InlineData(OptionalArgumentAdded, "heads(on: Date)", "heads(on: Date of: Int! = 1)")]
    [InlineData(InputFieldTypeWidened, "district: String!", "district: String")]
    [InlineData(OptionalInputFieldAdded, "minClasses: Int", "minClasses: Int maxClasses: [Int!]! = []")]
    [InlineData(DefaultValueRemoved, "stage: Stage = PRIMARY", "stage: Stage")]
    [InlineData(DefaultValueChanged, "first: Int! = 10", "first: Int! = 20")]
    [InlineData(DefaultValueAdded, "minClasses: Int", "minClasses: Int = 3")]
    [InlineData(NoLongerRequired, "search(text: String!)", "search(text: String! = \"\")")]
    [InlineData(OneOfRemoved, "input TextFilter @oneOf", "input TextFilter")]
    [InlineData(DirectiveAdded, "scalar Date", "scalar Date directive @new on FIELD")]
    [InlineData(DirectiveLocationAdded, "repeatable on FIELD", "repeatable on QUERY | FIELD")]
    [InlineData(DeprecationAdded, "  office: String\n", "  office: String @deprecated\n")]
    public void A_change_that_does_not_break_refuses_no_document(DifferenceKind kind, params string[] edits)
    {
        var newer = Edited(edits);
        var differences = SchemaComparison.Compare(SchoolSchema.Instance, newer);

        Assert.Contains(differences, difference => difference.Kind == kind);
        Assert.DoesNotContain(differences, difference => difference.Criticality == Criticality.Breaking);
        Assert.Empty(Refused(newer));
    }

    [Theory]
    [InlineData(TypeRemoved, "union SearchResult = School | Class", "", "search(text: String!): [SearchResult!]!", "")]
    [InlineData(FieldRemoved, "  office: String\n", "")]
    [InlineData(FieldTypeChanged, "head: Teacher", "head: Clerk")]
    [InlineData(InterfaceRemoved, "type Clerk implements Person & Node", "type Clerk implements Node")]
    [InlineData(UnionMemberRemoved, "union SearchResult = School | Class", "union SearchResult = School")]
    [InlineData(EnumValueRemoved, "  SENIOR\n", "")]
    [InlineData(ArgumentRemoved, "heads(on: Date)", "heads")]
    [InlineData(ArgumentTypeChanged, "weights(of: [[Float]])", "weights(of: [[Float!]])")]
    [InlineData(RequiredArgumentAdded, "heads(on: Date)", "heads(on: Date of: Int!)")]
    [InlineData(InputFieldRemoved, "minClasses: Int", "")]
    [InlineData(InputFieldTypeChanged, "minClasses: Int", "minClasses: Int!")]
    [InlineData(RequiredInputFieldAdded, "minClasses: Int", "minClasses: Int maxClasses: Int!")]
    [InlineData(DefaultValueNeeded, "first: Int! = 10", "first: Int!")]
    [InlineData(OneOfAdded, "input SchoolFilter {", "input SchoolFilter @oneOf {", "stage: Stage = PRIMARY", "stage: Stage", "district: String!", "district: String")]
    [InlineData(DirectiveLocationRemoved, "on FIELD | FRAGMENT_SPREAD", "on FIELD")]
    [InlineData(RepeatableRemoved, "repeatable on", "on")]
    public void A_change_that_breaks_refuses_one(DifferenceKind kind, params string[] edits)
    {
        var newer = Edited(edits);

        Assert.Contains(SchemaComparison.Compare(SchoolSchema.Instance, newer), difference => difference.Kind == kind && difference.Criticality == Criticality.Breaking);
        Assert.NotEmpty(Refused(newer));
    }

    /// <summary>The reference calls it safe; but two fields of one name must agree in null too (spec 5.3.2).</summary>
    [Fact]
    public void A_type_that_loses_its_null_is_dangerous()
    {
        var newer = Edited("  office: String\n", "  office: String!\n");
        const string text = "{ school(id: 1) { staff { ... on Clerk { x: office } ... on Teacher { x: staffNumber } } } }";

        Assert.Equal("valid", Verdict.OfDocument(SchoolSchema.Instance, text, suggest: false));
        Assert.NotEqual("valid", Verdict.OfDocument(newer, text, suggest: false));
        Assert.Equal(Criticality.Dangerous, Assert.Single(SchemaComparison.Compare(SchoolSchema.Instance, newer)).Criticality);
    }

    private static IEnumerable<string> Refused(Schema newer)
    {
        Assert.InRange(Valid.Value.Count, Documents / 2, Documents);
        return Valid.Value.Where(text => Verdict.OfDocument(newer, text, suggest: false) != "valid");
    }

    /// <summary>The school's schema with each odd text in place of the one before it.</summary>
    private static Schema Edited(params string[] edits)
    {
        string text = SchoolSchema.Text.ReplaceLineEndings("\n");
        foreach (string[] edit in edits.Chunk(2))
        {
            Assert.Contains(edit[0], text, StringComparison.Ordinal);
            text = text.Replace(edit[0], edit[1], StringComparison.Ordinal);
        }
        return SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(text), ParserLimits.Trusted));
    }
}
