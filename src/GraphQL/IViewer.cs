using HomeroomGraph.GraphQL.Sql;
using Npgsql;

namespace HomeroomGraph.GraphQL;

/// <summary>A claim that row policies compare columns with: an array of one type.</summary>
public sealed record Claim(string Name, SqlType Type);

/// <summary>Who asks. The policies of a viewer's plan depend only on which claims are held, and which of them with a single
/// value, never on the values: viewers alike in that share their plans.</summary>
public interface IViewer
{
    /// <summary>False for a request without credentials: it reads no table.</summary>
    bool IsAuthenticated { get; }

    /// <summary>A text for all of the viewer that answers may depend on beside the day: the account, its version, the claims. Of whom it is equal
    /// gets equal answers.</summary>
    string Identity { get; }

    /// <summary>Whose operations are counted together: the account's, or those of an address without credentials.</summary>
    string Client { get; }

    /// <summary>False for a district of which the viewer sees no row. A short cut for who follows changes: the policies decide.</summary>
    bool MaySee(int districtId);

    /// <summary>The claim's array, or null where the viewer does not hold it.</summary>
    Array? ValueOf(Claim claim);

    /// <summary>The business day of the request, from the one clock.</summary>
    DateOnly Today { get; }

    /// <summary>Why the viewer may not use a field of the root; null where the viewer may.</summary>
    GraphQLError? Refuses(string rootField);

    /// <summary>The viewer may send registered documents only (<see cref="PipelineOptions.TrustedDocuments"/>).</summary>
    bool TrustedDocumentsOnly { get; }

    /// <summary>The viewer may ask how the database answers (<see cref="Operations.PlanReport"/>), wherever it runs.</summary>
    bool MaySeePlans => false;

    /// <summary>The statement that sets the database session's own reach before the data statement, in the same round trip.</summary>
    /// <param name="again">A command that was made so before, perhaps by another viewer of the same kind, which is to get the values of this one.</param>
    NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again = null);
}
