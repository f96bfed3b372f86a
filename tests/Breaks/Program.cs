using System.Globalization;
using HomeroomGraph.Breaks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// program ROOT [RULE…]: breaks each rule, or those that are named, in a copy of the work tree at ROOT.
var (root, asked) = (Path.GetFullPath(args[0]), args[1..]);
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupted.Cancel();
};
try
{
    RuleBreak[] breaks = [.. BreakList.ReadAll(root).SelectMany(list => list.Breaks).Where(broken => asked.Length == 0 || asked.Contains(broken.Rule))];
    if (asked.Except(breaks.Select(broken => broken.Rule)).FirstOrDefault() is { } unknown)
        throw new BreakException($"No list has a break of {unknown}.");
    using var copy = await ScratchCopy.OfAsync(root, interrupted.Token);
    var bites = await new BreakRun(copy, TestProject.ReadAll(root), Console.WriteLine).OfAsync(breaks, interrupted.Token);
    Console.WriteLine(BiteTable.Of(bites));
    return bites.All(bite => bite.IsThere) ? 0 : 1;
}
catch (BreakException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 2;
}
catch (OperationCanceledException)
{
    return 2;
}
