using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>How a declaration says that something is on its way out, and where it then shows.</summary>
public sealed class DeprecationTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);

    private static readonly Schema Schema =
        new TableSchemaBuilder(new LibrarySchema.LibraryModel()).Add(new ShelfType()).Build([LibrarySchema.Districts]).Schema;

    [Fact]
    public void A_field_is_deprecated_as_a_filter_and_as_an_order_too() => Assert.Equal(
        [
            ("Query.allShelves", "Use Query.shelves. Removal after 2027-03-01."),
            ("Shelf.title", "Use Shelf.name. Removal after 2027-03-01."),
            ("Shelf.label", "Use Shelf.name. Removal after 2027-03-01."),
            ("Shelf.label(on:)", "Use Query.shelves. Removal after 2027-03-01."),
            ("ShelfFilterInput.title", "Use ShelfFilterInput.name. Removal after 2027-03-01."),
            ("ShelfSortInput.title", "Use Shelf.name. Removal after 2027-03-01."),
        ],
        SchemaElement.Of(Schema).Where(element => element.DeprecationReason is not null).Select(element => (element.Coordinate, element.DeprecationReason!)));

    [Fact]
    public void What_is_declared_so_has_the_form_that_contracts_ask_for() => Assert.Empty(NoticeRule.Faults(Schema));

    private sealed class ShelfType() : TableType<Shelf>("Shelf", "A shelf.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Shelf> row) => row.In(LibrarySchema.Districts, s => s.DistrictId);

        protected override void Configure(TableTypeDescriptor<Shelf> type)
        {
            type.Root.List("shelves", "All shelves.").List("allShelves", "All shelves.").Deprecated("allShelves", "Query.shelves", Day);
            type.Field(s => s.Name, "Its name.").Filterable();
            type.Field(s => s.Name, "Its name.", "title").Deprecated("Shelf.name", Day).Filterable().Sortable();
            type.Field(s => s.Name, "Its name.", "label").Argument("on", DateScalar.Instance, "The day.", new DeprecationNotice("Query.shelves", Day))
                .Deprecated("Shelf.name", Day);
        }
    }
}
