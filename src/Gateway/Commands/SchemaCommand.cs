using System.CommandLine;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>schema print</c>: the contract as SDL, made from the code.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var print = new Command("print", "Print the GraphQL schema as SDL.");
        print.SetAction(async (call, _) =>
        {
            await call.InvocationConfiguration.Output.WriteAsync(SchemaPrinter.Print(HomeroomSchema.Build().Schema));
            return ExitCode.Done;
        });
        return new Command("schema", "The GraphQL schema.") { print };
    }
}
