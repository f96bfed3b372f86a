namespace HomeroomGraph.Data.Embedded;

/// <summary>The programs of PostgreSQL in a folder that is complete.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    public string InitDb => Program("initdb");
    public string PgCtl => Program("pg_ctl");

    private string Program(string name) => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);
}
