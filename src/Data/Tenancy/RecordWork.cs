using Npgsql;

namespace HomeroomGraph.Data.Tenancy;

/// <summary>One change of a record inside its transaction, in which the record is locked: what the areas' changes have alike.</summary>
/// <param name="name">The caller's.</param>
/// <param name="today">The day of the business.</param>
/// <param name="now">This moment, on that day.</param>
internal abstract class RecordWork(WriteTransaction<HomeroomDbContext> transaction, string name, DateOnly today, DateTime now)
{
    private Func<long>? result;

    /// <summary>The caller's name, for the record: the teacher's, else the account's.</summary>
    public string Name => name;

    public DateOnly Today => today;

    public DateTime Now => now;

    public HomeroomDbContext Context => transaction.Context;

    public NpgsqlConnection Connection => transaction.Connection;

    /// <summary>The row that the answer shows beside the record; its number is known once it is saved.</summary>
    public void Gives(Func<long> row) => result = row;

    /// <summary>The number of that row; null where there is none.</summary>
    public long? RowId => result?.Invoke();
}
