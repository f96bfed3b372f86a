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

    /// <summary>The session that a connection may keep for the viewer's next operations; null where each needs one of its own.</summary>
    IKeptSession? KeptSession => null;
}

/// <summary>A viewer's session that a connection goes on with. Equal ones let the same rows through.</summary>
public interface IKeptSession : IEquatable<IKeptSession>
{
    /// <summary>The statement that sets the session's reach until another is set.</summary>
    /// <param name="again">A command that was made so before, for another session, which is to get the values of this one.</param>
    NpgsqlBatchCommand Enter(NpgsqlBatchCommand? again = null);

    /// <summary>The statement that gives a row where the session is this one, and its reach still is the viewer's.</summary>
    /// <param name="again">As for <see cref="Enter"/>.</param>
    NpgsqlBatchCommand Check(NpgsqlBatchCommand? again = null);
}
