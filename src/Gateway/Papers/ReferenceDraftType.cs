using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>Reads a pasted reference into the fields of a paper: <c>readReference</c>. It writes nothing and asks nobody on the network.</summary>
internal static class ReferenceDraftType
{
    /// <summary>A text of the longest kind takes as long as some thousand rows.</summary>
    private const int CostOfReading = 2_500;

    private static readonly NonNullType Text = new(BuiltInScalars.String);

    public static void Declare(TableSchemaBuilder schema)
    {
        var reading = new ObjectType("ReferenceReading") { Description = "What a pasted reference was read as. Rule R1; docs/references.md." };
        reading.Add(MemoryField.Of<ReadDraft>("form", new NonNullType(Form()), "The form that it was recognised by.", read => NameOf(read.Reading.Form)));
        reading.Add(MemoryField.Of<ReadDraft>("draft", Draft(schema), "The fields, as recordPaper takes them; null where nothing was understood.", read => read.Reading.Draft));
        reading.Add(MemoryField.Of<ReadDraft>("findings", ListOf(Finding()), "What was not understood, left out, or has to be looked at, in the order it was met.", read => read.Reading.Findings));
        reading.Add(MemoryField.Of<ReadDraft>(
            "isRecorded", new NonNullType(BuiltInScalars.Boolean), "A paper of this DOI, or of this title and first author, is recorded in a district in which the viewer records papers. Rule R1.",
            read => read.Duplicate is not null));
        reading.Add(MemoryField.Row<ReadDraft>(
            "recordedPaper", schema.RowTypeOf(typeof(Paper)), "That paper, where the viewer sees it. Rule R1.", read => read.Duplicate is { } key ? new RowKey(key.DistrictId, key.Id) : null));
        schema.Query.Add(new FieldDefinition("readReference", new NonNullType(reading))
        {
            Description = $"Reads a pasted reference into the fields of a paper: CSL-JSON as doi.org gives it, Crossref's answer, BibTeX, RIS, or a line by GB/T 7714. Nothing is written. It costs {CostOfReading}. Rules R1, R4.",
            Binding = new AsyncResolverBinding(ReadAsync) { Cost = CostOfReading },
        }.With(new InputValueDefinition("text", Text) { Description = $"As it was pasted, at most {ReferenceText.LongestText} characters." }));
    }

    private static async Task<object?> ReadAsync(ResolverContext context)
    {
        var read = (ReadReference)context.Services!.GetService(typeof(ReadReference))!;
        return await read.RunAsync(new Caller(((HomeroomViewer)context.Viewer!).Account!, Origin: null), (string)context.Arguments["text"]!, context.CancellationToken);
    }

    private static ObjectType Draft(TableSchemaBuilder schema)
    {
        var draft = new ObjectType("ReferenceDraft") { Description = "The fields of a paper as a reference has them; null is what it doesn't say. Rule R1." };
        Add("title", BuiltInScalars.String, "The title.", d => d.Title);
        Add("kind", new NonNullType(schema.EnumTypeOf<PaperKind>()), "What kind of writing it is.", d => EnumText<PaperKind>.Of(d.Kind).ToUpperInvariant());
        Add("authors", ListOf(Author()), "The authors in order.", d => d.Authors);
        Add("language", Text, "The language, as a tag: as the text says, or by what its title is written in.", d => d.Language);
        Add("venue", BuiltInScalars.String, "The journal, book or occasion.", d => d.Venue);
        Add("issn", BuiltInScalars.String, "The ISSN.", d => d.Issn);
        Add("cn", BuiltInScalars.String, "The number of a Chinese serial.", d => d.Cn);
        Add("volume", BuiltInScalars.String, "The volume.", d => d.Volume);
        Add("issue", BuiltInScalars.String, "The issue.", d => d.Issue);
        Add("pages", BuiltInScalars.String, "The pages.", d => d.Pages);
        Add("doi", BuiltInScalars.String, "The DOI, in lower case and without a resolver's address.", d => d.Doi);
        Add("publishedOn", DateScalar.Instance, "The first day of what is known.", d => d.PublishedOn);
        Add("publishedPrecision", new NonNullType(schema.EnumTypeOf<DatePrecision>()), "How exactly the date is known.", d => EnumText<DatePrecision>.Of(d.Precision).ToUpperInvariant());
        Add("keywords", ListOf(BuiltInScalars.String), "The keywords in order.", d => d.Keywords);
        Add("abstract", BuiltInScalars.String, "The abstract.", d => d.Abstract);
        Add("cslType", Text, "The type as CSL-JSON names it.", d => d.CslType);
        Add("extra", BuiltInScalars.String, "What has no field of its own, as the text of a JSON object: CSL-JSON.", d => d.Extra?.ToJsonString());
        return draft;

        void Add(string name, GraphQLType type, string about, Func<PaperDraft, object?> value) => draft.Add(MemoryField.Of(name, type, about, value));
    }

    private static ObjectType Author()
    {
        var author = new ObjectType("ReferenceDraftAuthor") { Description = "An author as a reference names one." };
        author.Add(MemoryField.Of<PaperDraftAuthor>("name", Text, "The name.", a => a.Name));
        author.Add(MemoryField.Of<PaperDraftAuthor>("affiliation", BuiltInScalars.String, "The institution.", a => a.Affiliation));
        author.Add(MemoryField.Of<PaperDraftAuthor>("externalId", BuiltInScalars.String, "Under which scheme and name the person is known elsewhere.", a => a.ExternalId));
        return author;
    }

    private static ObjectType Finding()
    {
        var finding = new ObjectType("ReferenceFinding") { Description = "What of a pasted reference was not understood, or not kept." };
        finding.Add(MemoryField.Of<ReferenceFinding>("code", Text, "For programs; it does not change.", f => f.Code));
        finding.Add(MemoryField.Of<ReferenceFinding>("field", BuiltInScalars.String, "The field that it concerns; null for the text as a whole.", f => f.Field));
        finding.Add(MemoryField.Of<ReferenceFinding>("message", Text, "For people, in English and Chinese.", f => f.Message));
        return finding;
    }

    private static EnumType Form()
    {
        var form = new EnumType("ReferenceTextForm") { Description = "A form of references that is read." };
        form.Add(NameOf(ReferenceTextForm.Unknown), "None that is known.");
        form.Add(NameOf(ReferenceTextForm.CslJson), "CSL-JSON.");
        form.Add(NameOf(ReferenceTextForm.Crossref), "The answer of Crossref's API.");
        form.Add(NameOf(ReferenceTextForm.BibTex), "BibTeX.");
        form.Add(NameOf(ReferenceTextForm.Ris), "RIS.");
        form.Add(NameOf(ReferenceTextForm.Gb7714), "A line by GB/T 7714.");
        return form;
    }

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static string NameOf(ReferenceTextForm form) => form == ReferenceTextForm.Gb7714 ? "GB_T_7714" : JsonNamingPolicy.SnakeCaseUpper.ConvertName(form.ToString());
}
