using System.Text.Json.Nodes;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Questions;

/// <summary>The questions in the order of the table.</summary>
internal static class AllQuestions
{
    public static readonly IReadOnlyList<Question> List =
    [
        new("Q1", "OneProject", "one project with leader, school, five members"),
        new("Q2", "ProjectsOfDistrict", "50 projects of a district by state and level, newest first, each with leader, school, first three papers"),
        new("Q3", "TeachersOfSchool", "a school's 20 teachers with class, first five papers, mentor"),
        new("Q4", "PapersAfterCursor", "500 papers after a cursor with authors and schools") { PageSize = 500, Walks = "papers" },
        new("Q5", "SchoolFigures", "projects by state and papers by award level for each school of a district, since a day"),
    ];

    /// <summary>Draws the variables of a question from the database.</summary>
    public static async Task<IReadOnlyList<Variables>> DrawAsync(
        this Question question, NpgsqlDataSource database, int district, DateOnly today, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(question.PoolSql);
        foreach (var value in new object[] { district, today, question.PageSize })
            command.Parameters.Add(new() { Value = value });
        var pool = new List<Variables>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            pool.Add(new(ObjectOf(rows, 0), ObjectOf(rows, 1), ObjectOf(rows, 2)));
        return pool.Count > 0 ? pool : throw new InvalidOperationException($"{question.Number}: the database has nothing to ask for.");
    }

    private static JsonObject ObjectOf(NpgsqlDataReader row, int ordinal) => JsonNode.Parse(row.GetString(ordinal))!.AsObject();
}
