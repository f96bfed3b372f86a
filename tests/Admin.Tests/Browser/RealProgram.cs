namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>Tests that share one running program, since its start takes longer than they do. They leave each other's records alone.</summary>
[CollectionDefinition(Name)]
public sealed class RealProgram : ICollectionFixture<RunningProgram>
{
    public const string Name = "real program";
}
