using HomeroomGraph.Data;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Operations;
using Npgsql;

namespace HomeroomGraph.Gateway.Commands;

/// <summary>Faults that lie outside the program, told so that the reader knows what to do about them.</summary>
internal static class ExpectedFaults
{
    /// <summary>What to tell, or null for a fault of the program itself.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SetupException setup => setup.Message,
        InvalidTrustedDocumentsException documents => string.Join(Environment.NewLine + "  ", ["These documents can't be registered:", .. documents.Faults]),
        RefusedException refusal => refusal.Message,
        PostgresException => null,
        NpgsqlException lost => $"The connection to the database was lost ({lost.Message}). What was not finished was not written.",
        _ => null,
    };
}
