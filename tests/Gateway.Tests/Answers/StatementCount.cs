using System.Diagnostics;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>The statements that reach a test's database, as Npgsql traces them.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly string _database;

    public StatementCount(TestDatabase test)
    {
        _database = new NpgsqlConnectionStringBuilder(test.ConnectionString).Database!;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public List<string> Texts { get; } = [];

    public void Dispose() => _listener.Dispose();

    private void Add(Activity command)
    {
        var tags = command.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        bool isOurs = Equals(tags.GetValueOrDefault("db.namespace") ?? tags.GetValueOrDefault("db.name"), _database);
        if (!isOurs || (tags.GetValueOrDefault("db.query.text") ?? tags.GetValueOrDefault("db.statement")) is not string text) return;
        lock (Texts) Texts.Add(text);
    }
}
