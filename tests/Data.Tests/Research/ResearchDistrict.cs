using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Research;

/// <summary>A small district together with the writer of its school's projects.</summary>
internal static class ResearchDistrict
{
    public static async Task<(SmallDistrict District, ResearchRecords Records)> CreateAsync(NpgsqlDataSource writer)
    {
        var d = await SmallDistrict.CreateAsync(writer);
        return (d, new ResearchRecords(writer, d.Id, d.School));
    }
}

/// <summary>What came of something that may be refused: <see cref="Done"/>, or the name of the constraint.</summary>
internal static class Outcome
{
    public static bool Done(string outcome) => outcome == "done";

    public static async Task<string> OfAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return "done";
        }
        catch (PostgresException refusal)
        {
            return refusal.ConstraintName ?? refusal.SqlState;
        }
    }
}
