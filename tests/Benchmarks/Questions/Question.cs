using System.Text.Json.Nodes;

namespace HomeroomGraph.Benchmarks.Questions;

/// <summary>One of the questions that are measured. What it is in the words of each system, and with which variables it is asked, stands
/// in the folder of its name.</summary>
/// <param name="Number">What it is called in the table.</param>
/// <param name="Name">Its folder, and the endpoint of the systems that have one for each question.</param>
/// <param name="Title">What it asks, in words.</param>
internal sealed record Question(string Number, string Name, string Title)
{
    /// <summary>The rows of a page, where it asks for pages.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the pages are that are asked: behind pages of the sizes in the pool, each from the cursor of the one before.</summary>
    public string? Walks { get; init; }

    /// <summary>A document of GraphQL.</summary>
    /// <param name="dialect">Whose: <c>ours</c> or <c>postgraphile</c>.</param>
    public string Document(string dialect) => Text($"{dialect}.graphql");

    /// <summary>The SQL that draws variables from the database; $1 is the district, $2 today, $3 the size of a page. One row is one set:
    /// as ours takes it, as PostGraphile does, and as the endpoints do.</summary>
    public string PoolSql => Text("pool.sql");

    private string Text(string file)
    {
        using var stream = typeof(Question).Assembly.GetManifestResourceStream($"{Name}/{file}") ?? throw new FileNotFoundException($"{Name}/{file}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One set of variables, in the words of each kind of system.</summary>
internal sealed record Variables(JsonObject Ours, JsonObject PostGraphile, JsonObject Endpoint);
