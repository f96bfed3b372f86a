using Npgsql;

namespace HomeroomGraph.Data.Awards;

/// <summary>What anybody may know of a certificate by its number (rules T5, W3): the holder's name is masked, and there is no reason of a revocation.</summary>
/// <param name="Subject">An <c>award</c>, or a <c>training</c>.</param>
/// <param name="Title">The award's name; null for a training.</param>
/// <param name="Level">Who awards; null for a training.</param>
/// <param name="Grade">The award's grade; null for a training.</param>
/// <param name="Holder">The teacher's name, masked; a class's is not.</param>
/// <param name="School">The holder's school then, or the one that issued it; null where the district did.</param>
/// <param name="Issuer">Who issued it, as written.</param>
/// <param name="IssuedOn">The day of the grant or of the issue.</param>
/// <param name="ExpiresOn">The first day on which it no longer holds, where it ends.</param>
/// <param name="RevokedOn">The day of the revocation, where it was revoked.</param>
/// <param name="State"><c>valid</c>, <c>revoked</c> or <c>expired</c>.</param>
public sealed record CheckedCertificate(
    string Subject, string? Title, string? Level, string? Grade, string Holder, string? School, string Issuer, DateOnly IssuedOn, DateOnly? ExpiresOn, DateOnly? RevokedOn, string State);

/// <summary>Looks a certificate up by its whole number, without an account: by the one function of the database that may (<c>homeroom.certificate_of</c>).</summary>
public sealed class CertificateCheck(HomeroomDatabase database, BusinessClock clock)
{
    /// <summary>No number has fewer characters, and none more.</summary>
    public const int ShortestNumber = 4, LongestNumber = 60;

    /// <summary>It could be a number at all.</summary>
    public static bool IsNumber(string? number) =>
        number is not null && number.Length is >= ShortestNumber and <= LongestNumber && !number.Any(char.IsControl) && number.Trim() == number;

    /// <summary>The certificates of that number: one, unless two districts gave the same; none where it is unknown.</summary>
    public async Task<IReadOnlyList<CheckedCertificate>> FindAsync(string number, CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand("select * from homeroom.certificate_of($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = clock.Today });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<CheckedCertificate>();
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(new(
                rows.GetString(0), Text(rows, 1), Text(rows, 2), Text(rows, 3), rows.GetString(4), Text(rows, 5), rows.GetString(6),
                rows.GetFieldValue<DateOnly>(7), Day(rows, 8), Day(rows, 9), rows.GetString(10)));
        }
        return found;
    }

    private static string? Text(NpgsqlDataReader rows, int at) => rows.IsDBNull(at) ? null : rows.GetString(at);

    private static DateOnly? Day(NpgsqlDataReader rows, int at) => rows.IsDBNull(at) ? null : rows.GetFieldValue<DateOnly>(at);
}
