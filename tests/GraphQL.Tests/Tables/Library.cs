using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.GraphQL.Tests.Tables;

/// <summary>A small schema of shelves and books over a real PostgreSQL, the same for all tests of reading tables. Titles repeat and
/// ratings are often null, so that orders have ties.</summary>
public sealed class Library(PostgresCluster cluster) : TestDatabase(cluster)
{
    public const int BookCount = 120;
    private readonly Random _random = new(20261116);

    public OperationPipeline Pipeline { get; private set; } = null!;

    public RecordingRowSource Rows { get; private set; } = null!;

    public IReadOnlyList<Book> Books { get; private set; } = [];

    public async Task FillAsync()
    {
        if (Books.Count > 0) return;
        await using var command = Database.Owner.CreateCommand("""
            create schema library;
            create table library.shelf(district_id int, shelf_id bigint, name text not null, note text not null default 'note', remark text not null default 'remark', primary key (district_id, shelf_id));
            create table library.book(district_id int, book_id bigint, shelf_id bigint not null, title text not null, rating int, published date,
                primary key (district_id, book_id), foreign key (district_id, shelf_id) references library.shelf);
            create function library.enter() returns void language sql as 'select';
            insert into library.shelf (district_id, shelf_id, name) select d, d * 100 + s, 'shelf ' || s from generate_series(1, 2) d, generate_series(1, 5) s;
            """);
        await command.ExecuteNonQueryAsync();
        Books = [.. Enumerable.Range(1, BookCount).Select(MakeBook)];
        await using var connection = await Database.Owner.OpenConnectionAsync();
        await using (var import = await connection.BeginBinaryImportAsync("copy library.book from stdin (format binary)"))
        {
            foreach (var book in Books)
                await import.WriteRowAsync(default, book.DistrictId, book.BookId, book.ShelfId, book.Title, (object?)book.Rating ?? DBNull.Value, (object?)book.Published ?? DBNull.Value);
            await import.CompleteAsync();
        }
        Rows = new RecordingRowSource(new NpgsqlRowSource(Database.Owner));
        Pipeline = new OperationPipeline(LibrarySchema.Build(), Rows, new PipelineOptions { PlansForEveryone = true });
    }

    /// <summary>Asks as a reader of the districts.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null, params int[] districts) => AskAsync(PlanReport.None, query, variables, districts);

    /// <summary>Asks how PostgreSQL answers, and what it counts while it does.</summary>
    public Task<JsonElement> AskPlanAsync(string query, object? variables = null, params int[] districts) => AskAsync(PlanReport.Analyze, query, variables, districts);

    private async Task<JsonElement> AskAsync(PlanReport plan, string query, object? variables, int[] districts)
    {
        await FillAsync();
        var answer = new StringBuilder();
        using var output = new ResponseOutput((part, _) =>
        {
            answer.Append(Encoding.UTF8.GetString(part.Span));
            return ValueTask.CompletedTask;
        });
        var request = new GraphQLRequest(Encoding.UTF8.GetBytes(query), null, variables is null ? null : JsonSerializer.SerializeToElement(variables)) { Plan = plan };
        var operation = Pipeline.Prepare(request, new LibraryReader(districts.Length == 0 ? [1, 2] : districts));
        await Pipeline.ExecuteAsync(operation, output, NoServices.Instance, TestContext.Current.CancellationToken);
        await output.CompleteAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(answer.ToString()).RootElement;
    }

    private Book MakeBook(int number)
    {
        int district = 1 + number % 2;
        return new Book
        {
            DistrictId = district,
            BookId = number,
            ShelfId = district * 100 + 1 + _random.Next(4),
            Title = string.Create(CultureInfo.InvariantCulture, $"title {_random.Next(9)}"),
            Rating = _random.Next(3) == 0 ? null : _random.Next(4),
            Published = _random.Next(4) == 0 ? null : new DateOnly(2020 + _random.Next(3), 1 + _random.Next(2), 1),
        };
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();
        public object? GetService(Type serviceType) => null;
    }
}

/// <summary>Reads the books of some districts.</summary>
internal sealed class LibraryReader(int[] districts) : IViewer
{
    public bool IsAuthenticated => true;
    public string Identity => string.Join(',', districts);
    public string Client => "reader";
    public bool MaySee(int districtId) => true;
    public DateOnly Today => new(2026, 11, 16);
    public Array? ValueOf(Claim claim) =>
        claim == LibrarySchema.Districts ? districts : claim == LibrarySchema.NoteDistricts ? districts.Where(district => district == 1).ToArray() : null;
    public bool TrustedDocumentsOnly => false;
    public GraphQLError? Refuses(string rootField) => null;
    public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again) => again ?? new("select library.enter()");
}
