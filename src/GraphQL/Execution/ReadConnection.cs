using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>A connection that stays open with what it has prepared: for each data statement a batch with its parameters, of which a request sets the
/// values only. One request has it at a time.</summary>
internal sealed class ReadConnection(ReadConnections owner, NpgsqlConnection connection) : IAsyncDisposable
{
    /// <summary>Statements seen once, of which nothing is kept but a number each.</summary>
    private const int MostSeen = 2_000;

    // A plan has one text, which is known again by itself and not by its thousands of characters.
    private readonly Dictionary<string, LinkedListNode<Prepared>> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<Prepared> _byUse = [];
    private readonly HashSet<int> _seen = [];
    private bool _isSpoilt;

    /// <summary>Since when nobody has had it, in milliseconds of the system's clock.</summary>
    public long FreeSince { get; set; }

    /// <summary>It can be used again.</summary>
    public bool IsUsable => !_isSpoilt && connection.FullState == ConnectionState.Open;

    /// <summary>The session that it goes on with; null where it has none, or nobody can tell.</summary>
    public IKeptSession? Session { get; private set; }

    /// <summary>How a viewer's operation begins here.</summary>
    public SessionBeginning Begin(IViewer viewer, EnterStatement? counted)
    {
        if (counted is not null) return new SessionBeginning(SessionBeginning.Kind.Counted, counted);
        if (viewer.KeptSession is not { } session) return new SessionBeginning(SessionBeginning.Kind.Operation, viewer.EnterStatement);
        if (session.Equals(Session)) return new SessionBeginning(SessionBeginning.Kind.GoingOn, session.Check);
        // It is so when the operation has come to its end: PostgreSQL takes it back with the transaction.
        Session = null;
        return new SessionBeginning(SessionBeginning.Kind.Kept, session.Enter) { WhenComplete = () => Session = session };
    }

    /// <summary>A batch with the values of a request: prepared where the connection has been asked for the statement before, which then stays so until others
    /// were asked for later.</summary>
    public ValueTask<NpgsqlBatch> BatchAsync(
        string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, SessionBeginning beginning, CancellationToken cancellation)
    {
        if (_prepared.TryGetValue(statement, out var known) && known.Value.Find(beginning.How) is { } batch)
        {
            _byUse.Remove(known);
            _byUse.AddLast(known);
            beginning.Statement(batch.BatchCommands[0]);
            Bind(batch.BatchCommands[1].Parameters, parameters);
            return new ValueTask<NpgsqlBatch>(batch);
        }
        batch = StatementBatch.Of(connection, beginning.Statement(null), statement, parameters);
        return IsNew(statement) ? new ValueTask<NpgsqlBatch>(batch) : PrepareAsync(statement, batch, beginning.How, cancellation);
    }

    /// <summary>Its session may be another than it was: the next operation begins with one of its own.</summary>
    public void ForgetSession() => Session = null;

    /// <summary>What is prepared here may no longer hold: it is not used again.</summary>
    public void Spoil() => _isSpoilt = true;

    /// <summary>Gives it back.</summary>
    public ValueTask DisposeAsync() => owner.ReturnAsync(this);

    public ValueTask CloseAsync() => connection.DisposeAsync();

    private bool IsNew(string statement)
    {
        if (_seen.Count >= MostSeen) _seen.Clear();
        return _seen.Add(RuntimeHelpers.GetHashCode(statement));
    }

    private async ValueTask<NpgsqlBatch> PrepareAsync(string statement, NpgsqlBatch batch, SessionBeginning.Kind beginning, CancellationToken cancellation)
    {
        await batch.PrepareAsync(cancellation);
        if (!_prepared.TryGetValue(statement, out var known)) known = Add(statement);
        known.Value.Keep(beginning, batch);
        if (_byUse.Count > owner.MostPrepared) await ForgetAsync(_byUse.First!.Value, cancellation);
        return batch;
    }

    /// <summary>A plan that was made anew has its text anew; for PostgreSQL that is the statement it knows.</summary>
    private LinkedListNode<Prepared> Add(string statement)
    {
        var same = _byUse.FirstOrDefault(prepared => prepared.Statement == statement);
        if (same is not null)
        {
            _prepared.Remove(same.Statement);
            _byUse.Remove(same);
        }
        return _prepared[statement] = _byUse.AddLast(new Prepared(statement));
    }

    private async Task ForgetAsync(Prepared prepared, CancellationToken cancellation)
    {
        _prepared.Remove(prepared.Statement);
        _byUse.Remove(prepared);
        await using var forgotten = new NpgsqlCommand(prepared.Statement, connection);
        foreach (NpgsqlParameter parameter in prepared.Any.BatchCommands[1].Parameters)
            forgotten.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = parameter.NpgsqlDbType });
        // A batch can't be unprepared: a command with its text takes over what is prepared, without asking PostgreSQL, and can.
        await forgotten.PrepareAsync(cancellation);
        await forgotten.UnprepareAsync(cancellation);
    }

    private static void Bind(NpgsqlParameterCollection bound, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters)
    {
        for (int i = 0; i < parameters.Count; i++) bound[i].Value = parameters[i].Value ?? DBNull.Value;
    }

    /// <summary>A statement with its batches, one for each way to begin.</summary>
    private sealed class Prepared(string statement)
    {
        private readonly NpgsqlBatch?[] _batches = new NpgsqlBatch?[SessionBeginning.Kinds];

        public string Statement { get; } = statement;

        public NpgsqlBatch Any => _batches.First(batch => batch is not null)!;

        public NpgsqlBatch? Find(SessionBeginning.Kind beginning) => _batches[(int)beginning];

        public void Keep(SessionBeginning.Kind beginning, NpgsqlBatch batch) => _batches[(int)beginning] = batch;
    }
}
