using System.CommandLine;
using System.Globalization;
using HomeroomGraph.Benchmarks.Compile;
using HomeroomGraph.Benchmarks.Exports;
using HomeroomGraph.Benchmarks.Figures;
using HomeroomGraph.Benchmarks.Growth;
using HomeroomGraph.Benchmarks.References;
using HomeroomGraph.Benchmarks.Sheets;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var program = new RootCommand("Measures HomeroomGraph beside what it is judged against.") 
{
    SideBySideCommand.Create(), GrowthCommand.Create(), SheetsCommand.Create(), ExportsCommand.Create(), ReferencesCommand.Create(), CompileCommand.Create(),
    FiguresCommand.Create(), ServeCommand.Create(),
};
return await program.Parse(args).InvokeAsync();
