using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;
using Npgsql;

namespace HomeroomGraph.GraphQL.Tests.Documents;

/// <summary>From a request to its document: by its text, by its id, by both.</summary>
public sealed class RequestDocumentTests
{
    private const string Registered = "query Registered { schools { name } }", Other = "query Other { schools { id } }";
    private static readonly Schema School = SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(SchoolSchema.Text)));
    private static readonly Viewer Caller = new(IsAuthenticated: true), Anybody = new(IsAuthenticated: false), Restricted = new(IsAuthenticated: true, TrustedDocumentsOnly: true);

    [Fact]
    public void A_registered_document_is_found_by_its_hash_and_is_the_one_that_its_text_is()
    {
        using var documents = Documents();
        var byText = documents.Of(Text(Registered), Caller);

        Assert.All([Anybody, Caller, Restricted], viewer =>
        {
            Assert.Same(byText, documents.Of(Named(Hash(Registered)), viewer));
            Assert.Same(byText, documents.Of(Named("sha256:" + Hash(Registered)), viewer));
            Assert.Same(byText, documents.Of(Automatic(Hash(Registered)), viewer));
            Assert.Same(byText, documents.Of(Text(Registered), viewer));
            Assert.Same(byText, documents.Of(Text(Registered) with { DocumentId = Hash(Registered) }, viewer));
        });
    }

    [Fact]
    public void An_id_of_a_manifest_stands_beside_the_hash()
    {
        using var documents = Documents(new PipelineOptions { TrustedDocuments = [Document(Registered) with { OwnId = "7dba4bd7" }] });

        Assert.Same(documents.Of(Text(Registered), Caller), documents.Of(Named("7dba4bd7"), Restricted));
        Assert.Same(documents.Of(Text(Registered), Caller), documents.Of(Text(Registered) with { DocumentId = "7dba4bd7" }, Caller));
        Assert.Equal(ErrorCodes.BadRequest, Code(documents, Text(Other) with { DocumentId = "7dba4bd7" }, Caller));
    }

    [Theory]
    [InlineData("nothing", ErrorCodes.PersistedDocumentNotFound)]
    [InlineData("x-app:v1.schools_2~b", ErrorCodes.PersistedDocumentNotFound)]
    [InlineData("sha256:3FF1A5A5ED6251305A2103809B5757AFB3AE16B12C909C96C3F0E89F9F5ABB34", ErrorCodes.BadRequest)]
    [InlineData("sha256:3ff1", ErrorCodes.BadRequest)]
    [InlineData("sha256:", ErrorCodes.BadRequest)]
    [InlineData("md5:3ff1a5a5ed6251305a2103809b5757af", ErrorCodes.BadRequest)]
    [InlineData("", ErrorCodes.BadRequest)]
    [InlineData("a b", ErrorCodes.BadRequest)]
    [InlineData("schools\n", ErrorCodes.BadRequest)]
    [InlineData("学校", ErrorCodes.BadRequest)]
    public void Another_id_is_not_found_and_what_is_none_is_told(string id, string code)
    {
        using var documents = Documents();
        Assert.Equal(code, Code(documents, Named(id), Caller));
        Assert.Equal(code == ErrorCodes.BadRequest ? code : ErrorCodes.PersistedQueryNotFound, Code(documents, Automatic(id), Caller));
    }

    [Fact]
    public void A_hash_is_compared_letter_for_letter()
    {
        using var documents = Documents();
        Assert.Equal(ErrorCodes.PersistedDocumentNotFound, Code(documents, Named(Hash(Registered).ToUpperInvariant()), Caller));
    }

    [Fact]
    public void A_document_that_was_sent_with_its_hash_is_found_by_it_from_then_on()
    {
        using var documents = Documents();
        var refused = Assert.Throws<GraphQLRequestException>(() => documents.Of(Automatic(Hash(Other)), Caller));
        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), (refused.Errors[0].Message, refused.Errors[0].Code));

        var sent = documents.Of(Automatic(Hash(Other)) with { Query = Bytes(Other) }, Caller);

        Assert.Same(sent, documents.Of(Automatic(Hash(Other)), Caller));
    }

    [Fact]
    public void No_document_goes_under_the_hash_of_another()
    {
        using var documents = Documents();
        var poison = Automatic(Hash(Other)) with { Query = Bytes("query Other { schools { name } }") };

        Assert.Equal(ErrorCodes.BadRequest, Code(documents, poison, Caller));
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Code(documents, Automatic(Hash(Other)), Caller));
        Assert.Equal(ErrorCodes.BadRequest, Code(documents, Text(Registered) with { DocumentId = Hash(Other) }, Caller));
        Assert.Equal(ErrorCodes.BadRequest, Code(documents, Automatic(Hash(Other)) with { DocumentId = Hash(Registered) }, Caller));
    }

    [Fact]
    public void What_is_not_valid_is_told_each_time_and_never_found()
    {
        const string wrong = "query Wrong { shoes { size } }";
        using var documents = Documents();

        Assert.Equal(ErrorCodes.ValidationFailed, Code(documents, Automatic(Hash(wrong)) with { Query = Bytes(wrong) }, Caller));
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Code(documents, Automatic(Hash(wrong)), Caller));
    }

    [Fact]
    public void Without_credentials_nothing_is_put_where_others_find_it()
    {
        using var documents = Documents();
        documents.Of(Automatic(Hash(Other)) with { Query = Bytes(Other) }, Anybody);

        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Code(documents, Automatic(Hash(Other)), Caller));
        documents.Of(Text(Other), Caller);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Code(documents, Automatic(Hash(Other)), Anybody));
    }

    [Theory]
    [InlineData("""{"persistedQuery":1}""")]
    [InlineData("""{"persistedQuery":{}}""")]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"abc"}}""")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"abc"}}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":7}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":"\ud800"}}""")]
    public void A_malformed_persisted_query_is_a_bad_request(string extensions)
    {
        using var documents = Documents();
        Assert.Equal(ErrorCodes.BadRequest, Code(documents, Extended(extensions), Caller));
        Assert.Equal(ErrorCodes.BadRequest, Code(documents, Extended(extensions) with { Query = Bytes(Registered) }, Caller));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"persistedQuery":null,"tracing":{"version":1}}""")]
    public void Other_extensions_are_nothing_to_us(string extensions)
    {
        using var documents = Documents();
        Assert.NotNull(documents.Of(Extended(extensions) with { Query = Bytes(Other) }, Caller));
    }

    [Fact]
    public void Who_is_kept_to_registered_documents_is_refused_before_anything_is_parsed()
    {
        using var documents = Documents();
        documents.Of(Text(Other), Caller);

        Assert.All([Text(Other), Text("this is no GraphQL {"), Text(Registered + " "), Named(Hash(Other)), Automatic(Hash(Other))], request =>
        {
            var refused = Assert.Throws<DocumentNotTrustedException>(() => documents.Of(request, Restricted));
            Assert.Equal((ErrorCodes.DocumentNotTrusted, true), (refused.Errors.Single().Code, refused.IsOfViewer));
        });
    }

    [Fact]
    public void A_setting_keeps_everybody_to_them()
    {
        using var documents = Documents(new PipelineOptions { TrustedDocuments = [Document(Registered)], TrustedDocumentsOnly = true });

        Assert.All([Anybody, Caller, Restricted], viewer =>
        {
            Assert.NotNull(documents.Of(Named(Hash(Registered)), viewer));
            Assert.False(Assert.Throws<DocumentNotTrustedException>(() => documents.Of(Text(Other), viewer)).IsOfViewer);
        });
    }

    [Fact]
    public void Thousands_of_other_documents_push_no_registered_one_out_and_the_memory_they_take_is_bounded()
    {
        using var documents = Documents(new PipelineOptions { TrustedDocuments = [Document(Registered)], DocumentCacheBytes = 100_000, AnonymousCacheBytes = 100_000 });
        var first = documents.Of(Named(Hash(Registered)), Caller);
        var sent = Enumerable.Range(0, 2_000).Select(number => $"query Q{number} {{ schools {{ id }} }}").ToList();
        foreach (string text in sent)
        {
            documents.Of(Text(text), Caller);
            documents.Of(Text(text), Anybody);
        }

        Assert.Same(first, documents.Of(Named(Hash(Registered)), Caller));
        // Each is counted with ten times its text, so no more than 400 can be there.
        Assert.InRange(sent.Count(text => IsKnown(documents, text)), 0, 400);
    }

    [Fact]
    public void A_long_document_runs_but_is_not_kept()
    {
        string text = Other + new string('\n', new PipelineOptions().LargestKeptDocument);
        using var documents = Documents();

        Assert.NotNull(documents.Of(Text(text), Caller));
        Assert.False(IsKnown(documents, text));
    }

    [Fact]
    public void A_registered_document_that_is_not_valid_is_told_with_its_name_and_place()
    {
        var refused = Assert.Throws<InvalidTrustedDocumentsException>(() => Documents(new PipelineOptions
        {
            TrustedDocuments =
            [
                Document(Registered),
                new TrustedDocument("a.graphql", Bytes("query A {\n  zzz\n}")),
                new TrustedDocument("b.graphql", Bytes("query B {")),
                new TrustedDocument("c.json", Bytes(Registered), "same"),
                new TrustedDocument("c.json", Bytes(Other), "same"),
            ],
        }));

        Assert.Equal(
            [
                "a.graphql(2,3): error FieldsOnCorrectTypeRule: Cannot query field \"zzz\" on type \"Query\".",
                "b.graphql(1,10): error GRAPHQL_PARSE_FAILED: Syntax Error: Expected Name, found <EOF>.",
                "c.json(1,1): error BAD_REQUEST: Another document has the id \"same\".",
            ],
            refused.Faults.Select(fault => fault.ToString()));
    }

    private static RequestDocuments Documents(PipelineOptions? options = null) => new(School, options ?? new PipelineOptions { TrustedDocuments = [Document(Registered)] });

    private static TrustedDocument Document(string text) => new("test.graphql", Bytes(text));

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hash(string text) => DocumentId.HashOf(Bytes(text).Span);

    private static GraphQLRequest Text(string text) => new(Bytes(text), null, null);

    private static GraphQLRequest Named(string id) => Text("") with { DocumentId = id };

    private static GraphQLRequest Extended(string extensions) => Text("") with { Extensions = JsonDocument.Parse(extensions).RootElement };

    private static GraphQLRequest Automatic(string hash) => Extended(JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = hash } }));

    private static bool IsKnown(RequestDocuments documents, string text)
    {
        try
        {
            documents.Of(Automatic(Hash(text)), Caller);
            return true;
        }
        catch (GraphQLRequestException refused) when (refused.Errors[0].Code == ErrorCodes.PersistedQueryNotFound)
        {
            return false;
        }
    }

    private static string Code(RequestDocuments documents, GraphQLRequest request, Viewer viewer) =>
        Assert.ThrowsAny<GraphQLRequestException>(() => documents.Of(request, viewer)).Errors.First().Code;

    private sealed record Viewer(bool IsAuthenticated, bool TrustedDocumentsOnly = false) : IViewer
    {
        public string Identity => "viewer";
        public string Client => "viewer";
        public bool MaySee(int districtId) => true;
        public DateOnly Today => new(2026, 11, 16);
        public Array? ValueOf(Claim claim) => null;
        public GraphQLError? Refuses(string rootField) => null;
        public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again) => throw new NotSupportedException();
    }
}
