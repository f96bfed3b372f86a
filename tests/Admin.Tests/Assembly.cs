using HomeroomGraph.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]
