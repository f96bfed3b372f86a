using System.CommandLine;
using HomeroomGraph.Gateway.Documents;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>schema operations</c> and <c>schema check-operations</c>: the registered documents, for clients and for the build.</summary>
internal static class OperationsCommand
{
    public static Command Print()
    {
        var path = new Argument<string?>("path") { Description = "A folder, document or manifest of your own; those of this program where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<ManifestFormat>("--format") { Description = "apollo (persisted-query-manifest.json) or relay (persisted_queries.json)." };
        var print = new Command("operations", "Print the registered documents with their ids, as a manifest for clients.") { path, format };
        print.SetAction(async (call, _) =>
        {
            await call.InvocationConfiguration.Output.WriteAsync(DocumentManifest.Write(Documents(call.GetValue(path)), call.GetValue(format)));
            return ExitCode.Done;
        });
        return print;
    }

    public static Command Check()
    {
        var path = new Argument<string>("path") { Description = "A folder, document or manifest." };
        var own = new Option<bool>("--own") { Description = "They are this program's own: each has one operation, named as its file, and lines end with LF." };
        var contract = new Option<FileInfo?>("--contract") { Description = "The schema as it was printed, to look there first: that takes a tenth of the time. What it does not allow is held against this program's own." };
        var check = new Command("check-operations", "Check documents against the schema before they are registered.") { path, own, contract };
        check.SetAction(async (call, _) =>
        {
            var documents = DocumentFiles.Read(call.GetRequiredValue(path));
            if (call.GetValue(contract) is { } printed && DocumentCheck.Run(Read(printed), documents, call.GetValue(own)) is []) return ExitCode.Done;

            var faults = DocumentCheck.Run(HomeroomSchema.Build().Schema, documents, call.GetValue(own));
            foreach (var fault in faults) await call.InvocationConfiguration.Output.WriteLineAsync(fault.ToString());
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return check;
    }

    private static Schema Read(FileInfo sdl) =>
        SchemaBuilder.FromDocument(Parser.Parse(new SourceText(File.ReadAllBytes(sdl.FullName)), ParserLimits.Trusted));

    private static IReadOnlyList<TrustedDocument> Documents(string? path) => path is null ? RegisteredDocuments.OfThisProgram : DocumentFiles.Read(path);
}
