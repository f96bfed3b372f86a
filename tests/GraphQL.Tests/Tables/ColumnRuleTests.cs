using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>What a column's rule makes of the contract and of the statement, and which declarations would lead round it.</summary>
public sealed class ColumnRuleTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_rule_that_the_policy_implies_costs_nothing(int district, bool isReader)
    {
        // The policy lets both see the district's shelves, the rule only readers of the first district's see their notes.
        var answer = await library.AskAsync("{ shelves(where: {note: {neq: null}}, order: [{note: DESC}]) { nodes { note } } }", null, district);
        Assert.Equal(isReader ? 5 : 0, answer.GetProperty("data").GetProperty("shelves").GetProperty("nodes").GetArrayLength());
        await library.AskAsync("{ shelves { nodes { remark } } }", null, district);
        Assert.DoesNotContain("case when", library.Rows.Statements[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_with_a_rule_is_nullable_in_the_contract() =>
        Assert.Equal("String", LibrarySchema.Build().RowTypes["Shelf"].Type.Fields["note"].Type.ToString());

    public static TheoryData<string, Action<TableTypeDescriptor<Shelf>>> WaysRound => new()
    {
        { "computed", type => type.Computed("shout", "", SqlTypes.Text, (shelf, _) => SqlFragment.Of($"upper({shelf[s => s.Name]})")) },
        { "order", type => type.OrderedBy(s => s.Name) },
        { "key", type => type.Root.ByKey("shelfByName", "", s => s.Name) },
        { "relation", type => type.ToMany<Book>("named", "", (shelf, book, _) => Predicate.Of($"{book[b => b.Title]} = {shelf[s => s.Name]}")) },
        { "late", type => type.Field(s => s.Name, "", "late").Filterable().VisibleTo(Nobody) },
    };

    [Theory]
    [MemberData(nameof(WaysRound))]
    public void A_declaration_that_leads_round_a_rule_is_refused(string way, Action<TableTypeDescriptor<Shelf>> declare)
    {
        Assert.NotEmpty(way);
        Assert.Throws<InvalidOperationException>(() => Build(declare));
        Build(_ => { });
        Build(type => type.Computed("shout", "", SqlTypes.Text, (shelf, _) => SqlFragment.Of($"upper({shelf[s => s.Name]})")).VisibleTo(Nobody));
    }

    private static RowPolicy Nobody(RowPolicyBuilder<Shelf> row) => RowPolicy.OfHolders(new Claim("nobody", SqlTypes.Integer));

    private static TableSchema Build(Action<TableTypeDescriptor<Shelf>> more) =>
        new TableSchemaBuilder(new LibrarySchema.LibraryModel()).Add(new SecretShelf(more), new PlainBook()).Build([LibrarySchema.Districts]);

    private sealed class SecretShelf(Action<TableTypeDescriptor<Shelf>> more) : TableType<Shelf>("Shelf", "A shelf.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Shelf> row) => row.In(LibrarySchema.Districts, s => s.DistrictId);

        protected override void Configure(TableTypeDescriptor<Shelf> type)
        {
            type.Field(s => s.Name, "Its name.").VisibleTo(Nobody).Filterable().Sortable();
            more(type);
        }
    }

    private sealed class PlainBook() : TableType<Book>("Book", "A book.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Book> row) => row.In(LibrarySchema.Districts, b => b.DistrictId);

        protected override void Configure(TableTypeDescriptor<Book> type) => type.Field(b => b.Title, "Its title.").Filterable();
    }
}
