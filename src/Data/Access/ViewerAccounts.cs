using Npgsql;

namespace HomeroomGraph.Data.Access;

/// <summary>Finds what an account may see, in one round trip.</summary>
public sealed class ViewerAccounts(NpgsqlDataSource access)
{
    private const string AccountSql = """
        select a.user_name, a.display_name, a.locale, a.must_change_password, r.access_version, r.districts, r.school_districts, r.schools,
               a.account_number, a.kind, a.is_demo, a.session_version, a.sessions_ended_at, a.district_id,
               a.trusted_documents_only, access.only_district(r), access.is_fixed(r)
        from access.account a join access.viewer_reach r using (account_id)
        where a.account_id = $1 and not a.is_disabled
        """;

    private const string GrantsSql = """
        select role, district_id, school_id, grade, teacher_id, scope, inspector_post_id from access."grant" where account_id = $1
        order by district_id, role, school_id, grade, scope
        """;

    /// <summary>The viewer of that account; null if it is gone or disabled.</summary>
    public async Task<ViewerAccount?> FindAsync(Guid accountId, CancellationToken cancellation)
    {
        await using var batch = access.CreateBatch();
        batch.BatchCommands.Add(new(AccountSql) { Parameters = { new() { Value = accountId } } });
        batch.BatchCommands.Add(new(GrantsSql) { Parameters = { new() { Value = accountId } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        var viewer = new ViewerAccount(
            accountId, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), reader.GetInt32(4), [],
            new(reader.GetFieldValue<int[]>(5), reader.GetFieldValue<int[]>(6), reader.GetFieldValue<long[]>(7), reader.GetFieldValue<int?>(15),
                reader.GetBoolean(16)))
        {
            AccountNumber = reader.GetInt64(8),
            Kind = EnumText<AccountKind>.Parse(reader.GetString(9)),
            IsDemo = reader.GetBoolean(10),
            SessionVersion = reader.GetInt32(11),
            SessionsEndedAt = reader.GetFieldValue<DateTimeOffset?>(12),
            HomeDistrictId = reader.GetFieldValue<int?>(13),
            TrustedDocumentsOnly = reader.GetBoolean(14),
        };
        await reader.NextResultAsync(cancellation);
        return viewer with { Roles = await ReadGrantsAsync(reader, cancellation) };
    }

    /// <summary>Those of some accounts whose rights are no longer of the version that is given, or that are gone or disabled.</summary>
    public async Task<IReadOnlySet<(Guid AccountId, int AccessVersion)>> ChangedAsync(
        IReadOnlyCollection<(Guid AccountId, int AccessVersion)> known, CancellationToken cancellation)
    {
        await using var command = access.CreateCommand("""
            select k.account_id, k.access_version from unnest($1, $2) k (account_id, access_version)
            where not exists (select from access.viewer_reach r where r.account_id = k.account_id and r.access_version = k.access_version)
            """);
        command.Parameters.Add(new() { Value = known.Select(account => account.AccountId).ToArray() });
        command.Parameters.Add(new() { Value = known.Select(account => account.AccessVersion).ToArray() });
        var changed = new HashSet<(Guid, int)>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            changed.Add((row.GetGuid(0), row.GetInt32(1)));
        return changed;
    }

    private static async Task<List<ViewerGrant>> ReadGrantsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var grants = new List<ViewerGrant>();
        while (await reader.ReadAsync(cancellation))
        {
            grants.Add(new(
                EnumText<AccessRole>.Parse(reader.GetString(0)), reader.GetInt32(1), reader.GetFieldValue<long?>(2),
                reader.GetFieldValue<short?>(3), reader.GetFieldValue<long?>(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetFieldValue<long?>(6)));
        }

        return grants;
    }
}
