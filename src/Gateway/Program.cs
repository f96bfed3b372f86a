using System.CommandLine;
using HomeroomGraph.Gateway.Commands;

var program = new RootCommand("HomeroomGraph: a GraphQL API and admin pages over a school district's roster. Without a verb it serves them.")
{
    MigrateCommand.Create(),
    ImportCommand.Create(),
    SeedCommand.Create(),
    AccountsCommand.Create(),
    KeysCommand.Create(),
    FiguresCommand.Create(),
    SchemaCommand.Create(),
};
program.SetAction((_, stop) => ServeCommand.RunAsync(stop));
return await CommandLine.RunAsync(program, args, Console.Out, Console.Error);
