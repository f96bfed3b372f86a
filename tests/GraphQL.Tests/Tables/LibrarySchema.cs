using System.Reflection;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Tests.Tables;

public sealed class Shelf
{
    public int DistrictId { get; init; }
    public long ShelfId { get; init; }
    public string Name { get; init; } = "";
    public string Note { get; init; } = "";
    public string Remark { get; init; } = "";
    public string Inscription { get; init; } = "";
    public List<Book> Books { get; init; } = [];
}

public sealed class Book
{
    public int DistrictId { get; init; }
    public long BookId { get; init; }
    public long ShelfId { get; init; }
    public long Mark { get; init; }
    public string Title { get; init; } = "";
    public int? Rating { get; init; }
    public DateOnly? Published { get; init; }
    public Shelf Shelf { get; init; } = null!;
}

/// <summary>The declarations of the library.</summary>
internal static class LibrarySchema
{
    public static readonly Claim Districts = new("districts", SqlTypes.Integer);

    /// <summary>Where the notes on shelves are read: the first district, for whoever reads it.</summary>
    public static readonly Claim NoteDistricts = new("noteDistricts", SqlTypes.Integer);

    /// <param name="labels">With objects that are no rows, which the reference implementation knows nothing of.</param>
    public static TableSchema Build(bool labels = false) => new TableSchemaBuilder(new LibraryModel()).Add(new ShelfType(labels), new BookType()).Build([Districts, NoteDistricts]);

    private sealed class ShelfType(bool labels) : TableType<Shelf>("Shelf", "A shelf.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Shelf> row) => row.In(Districts, s => s.DistrictId);

        protected override void Configure(TableTypeDescriptor<Shelf> type)
        {
            type.Root.List("shelves", "All shelves.").ById("shelf", "A shelf.");
            type.Field(s => s.Name, "Its name.").Filterable().Sortable();
            type.Field(s => s.Note, "A note, for readers of the first district only.").VisibleTo(s => s.In(NoteDistricts, x => x.DistrictId)).Filterable().Sortable();
            type.Field(s => s.Remark, "A remark, for readers of its district.").VisibleTo(s => s.In(Districts, x => x.DistrictId)).Filterable().Sortable();
            type.Field(s => s.Inscription, "What is carved into it: prose, which nobody filters or sorts by.");
            type.ToMany(s => s.Books, "Its books.").Filterable().Sortable();
            type.ToMany<Book>("districtBooks", "The books of its district, on whichever shelf.", (shelf, book, _) => book.Is(shelf, (b => b.DistrictId, s => s.DistrictId))).Filterable();
            type.Count<Book>("bookCount", "The number of its books.", s => s.Books, (_, _) => Predicate.True).Filterable().Sortable();
            if (!labels) return;
            type.Objects("labels", "What is stuck to it, for readers of the first district only.", Label(), (shelf, _) => SqlFragment.Of($"""
                (case when {shelf[s => s.ShelfId]} % 100 < 3
                      then jsonb_build_array(jsonb_build_object('text', {shelf[s => s.Name]}, 'size', 2, 'places', array['left', 'a"b']), jsonb_build_object('text', 'new')) else '[]' end)
                """)).VisibleTo(s => s.In(NoteDistricts, x => x.DistrictId));
        }
    }

    private static ObjectType Label()
    {
        var label = new ObjectType("Label") { Description = "A label on a shelf." };
        label.Add(JsonField.Of("text", new NonNullType(BuiltInScalars.String), "What it says."));
        label.Add(JsonField.Of("size", BuiltInScalars.Int, "How large it is."));
        label.Add(JsonField.Of("places", new ListType(new NonNullType(BuiltInScalars.String)), "Where it sticks."));
        return label;
    }

    private sealed class BookType() : TableType<Book>("Book", "A book.")
    {
        protected override RowPolicy Policy(RowPolicyBuilder<Book> row) => row.In(Districts, b => b.DistrictId);

        protected override void Configure(TableTypeDescriptor<Book> type)
        {
            type.Root.List("books", "All books.").ById("book", "A book.");
            type.Field(b => b.Mark, "Its mark, of which there is one in a district.").Sortable();
            type.Field(b => b.Title, "Its title.").Filterable().Sortable();
            type.Field(b => b.Rating, "Its rating.").Filterable().Sortable();
            type.Field(b => b.Published, "The day it came out.").Filterable().Sortable();
            type.ToOne(b => b.Shelf, "Where it stands.").Filterable().Sortable();
            type.ToMany<Book>("sameTitle", "The books of that title, itself among them.",
                (book, other, _) => other.Is(book, (o => o.DistrictId, b => b.DistrictId), (o => o.Title, b => b.Title))).Filterable();
        }
    }

    /// <summary>Tables by the names of the properties.</summary>
    internal sealed class LibraryModel : ITableModel
    {
        private readonly Dictionary<Type, Table> _tables = [];

        public Table TableOf(Type entity)
        {
            if (_tables.TryGetValue(entity, out var known)) return known;
            var table = _tables[entity] = new Table("library", entity.Name.ToLowerInvariant());
            table.Key = [ColumnOf(entity, entity.GetProperty("DistrictId")!), ColumnOf(entity, entity.GetProperty($"{entity.Name}Id")!)];
            if (entity == typeof(Book)) table.Unique = [[ColumnOf(entity, entity.GetProperty("DistrictId")!), ColumnOf(entity, entity.GetProperty("Mark")!)]];
            return table;
        }

        public Column ColumnOf(Type entity, MemberInfo property)
        {
            var type = ((PropertyInfo)property).PropertyType;
            var inner = Nullable.GetUnderlyingType(type);
            return new Column(TableOf(entity), string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant(), inner ?? type, inner is not null);
        }

        public Relation RelationOf(Type entity, MemberInfo navigation)
        {
            bool toMany = navigation.Name == "Books";
            var (from, to) = toMany ? (typeof(Shelf), typeof(Book)) : (typeof(Book), typeof(Shelf));
            return new Relation(TableOf(from), TableOf(to), [Pair("DistrictId"), Pair("ShelfId")], toMany);

            (Column, Column) Pair(string name) => (ColumnOf(from, from.GetProperty(name)!), ColumnOf(to, to.GetProperty(name)!));
        }

        public string StoredText(Type enumType, object value) => throw new NotSupportedException("The library has no enums.");
    }
}
