using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Archive.MediaTypes;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Scalars.BuiltInScalars;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>The mutation <c>requestDocumentUpload</c>.</summary>
internal static class DocumentMutations
{
    private sealed record Issued(IssuedTicket Ticket, Uri Api)
    {
        public string Url => new Uri(Api, $"/documents/{Ticket.Secret}").ToString();
    }

    public static void Declare(MutationDeclarations mutations) =>
        mutations.Add("requestDocumentUpload",
                "Gives a ticket for one upload: PUT the bytes to its url, with the token of the same account; the answer has the id of the Document, for the next mutation. By who has a role at the school, is a member or a reviewer of one of its projects, or is the district's research officer. Rule V2.")
            .Takes("schoolId", new NonNullType(Id), "The school of the record that the document is for.")
            .Takes("category", new NonNullType(mutations.Schema.EnumTypeOf<DocumentCategory>()), "What the document is.")
            .Takes("fileName", new NonNullType(BuiltInScalars.String), "The file's name, without a folder; its ending is one of the media type's.")
            .Takes("mediaType", new NonNullType(BuiltInScalars.String), $"The media type, which the content is held against: {string.Join(", ", MediaType.All.Select(type => type.Name))}.")
            .Takes("size", new NonNullType(Int), "The size in bytes; no other is taken.")
            .Takes("sha256", BuiltInScalars.String, "The SHA-256 of the content in hexadecimal, where it is to be held against what arrives.")
            .Gives<Issued>("upload", TypeOf(), "Where the file goes; null with errors.", issued => issued)
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError), nameof(RuleBrokenError))
            .Runs(async call =>
            {
                var school = call.Key("schoolId", "School");
                var document = new NewDocument(
                    school.DistrictId, school.Id ?? 0, call.Choice<DocumentCategory>("category"), call.Text("fileName"), call.Text("mediaType"),
                    call.Number("size") ?? 0, call.OptionalText("sha256"));
                var ticket = await call.Service<RequestUpload>().RunAsync(call.Caller, document, call.Cancellation);
                return MutationOutcome.Of(new Issued(ticket, call.Service<GatewaySettings>().PublicUrl));
            });

    private static ObjectType TypeOf()
    {
        var type = new ObjectType("DocumentUpload") { Description = "Where a file goes. Rule V2." };
        type.Add(MemoryField.Of<Issued>("url", new NonNullType(BuiltInScalars.String), "PUT the bytes there, with the token of the account that asked.", issued => issued.Url));
        type.Add(MemoryField.Of<Issued>("ticket", new NonNullType(BuiltInScalars.String), "The ticket, which ends the url: it is told this once, and good for one transfer.", issued => issued.Ticket.Secret));
        type.Add(MemoryField.Of<Issued>("expiresAt", new NonNullType(DateTimeScalar.Instance), "Until when a transfer can begin.", issued => new DateTimeOffset(issued.Ticket.ExpiresAt)));
        return type;
    }
}
