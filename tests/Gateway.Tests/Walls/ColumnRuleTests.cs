using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>Column rules: every field that has one, asked by every account in select, where, order and cursor, and held against who sees it
/// by SQL of its own (<see cref="ColumnRuleCases"/>). Where the value is hidden it is as good as null, so that no question finds it out.</summary>
public sealed class ColumnRuleTests(ColumnRulesEngine demo) : IClassFixture<ColumnRulesEngine>
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    private static readonly TableSchema Schema = HomeroomSchema.Build();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Accounts => [.. DemoAccounts.All.Select(account => account.UserName), .. ColumnRulesEngine.Accounts];

    public static TheoryData<string> Types => [.. ColumnRuleCases.All.Select(rows => rows.Type)];

    [Fact]
    public void Every_field_with_a_rule_is_held_against_it()
    {
        var ruled = Schema.RowTypes.Values.SelectMany(type => type.Type.Fields.Keys.Where(type.HasRule).Select(field => $"{type.Type}.{field}"));
        var held = ColumnRuleCases.All.SelectMany(rows => rows.Fields.Select(field => $"{rows.Type}.{field.Name}"));
        Assert.Equal(ruled.Order(StringComparer.Ordinal), held.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_hidden_value_is_null_in_whatever_it_is_asked_for(string type)
    {
        var rows = ColumnRuleCases.All.Single(candidate => candidate.Type == type);
        var (hidden, shown) = (new HashSet<string>(), new HashSet<string>());
        foreach (string user in Accounts)
        {
            var seen = (await ListsAsync(user, rows, "", string.Join(' ', rows.Fields.Select(field => field.Selection ?? field.Name)))).SelectMany(list => list).ToList();
            if (seen.Count == 0) continue;
            var expected = await ExpectedAsync(await demo.AccountAsync(user), rows, [.. seen.Select(edge => edge.Key)]);
            foreach (var (field, i) in rows.Fields.Select((field, i) => (field, i)))
            {
                var values = expected.ToDictionary(row => row.Key, row => row.Value[i]);
                foreach (var edge in seen) Same(field, values[edge.Key], edge.Node.GetProperty(field.Name), user);
                if (values.Values.Any(value => value is { IsHidden: true, Raw: not null })) hidden.Add(field.Name);
                if (values.Values.Any(value => value is { IsHidden: false, Raw: not null })) shown.Add(field.Name);
                await FilteredAsync(user, rows, field, values);
                await OrderedAsync(user, rows, field, values);
            }
        }

        Assert.Equal(rows.Fields.Select(field => field.Name), rows.Fields.Select(field => field.Name).Where(hidden.Contains));
        Assert.Equal(rows.Fields.Select(field => field.Name), rows.Fields.Select(field => field.Name).Where(shown.Contains));
    }

    /// <summary>A value as the database has it, and whether the account may see it.</summary>
    private sealed record Held(string? Raw, bool IsHidden)
    {
        public string? Visible => IsHidden ? null : Raw;
    }

    private sealed record Edge(GlobalId Id, JsonElement Node, string Cursor)
    {
        public RowKey Key => Id.Key;
    }

    private static void Same(RuledField field, Held held, JsonElement value, string user)
    {
        string? told = TextOf(value);
        if (field.Raw is not null || held.IsHidden) Assert.True(Equal(held.Visible, told), $"{user} {field.Name}: {told} and not {held.Visible}");
        else Assert.True(told is not null || field.MayBeNull, $"{user} {field.Name} is not told.");
    }

    /// <summary>No filter finds a row by what is hidden in it.</summary>
    private async Task FilteredAsync(string user, RuledRows rows, RuledField field, Dictionary<RowKey, Held> values)
    {
        if (!Input($"{rows.Type}FilterInput").Fields.ContainsKey(field.Name)) return;
        // Of the rows that were seen; the lists inside rows are seen whole.
        string same = rows.Nested is null ? $"id: {{ in: [{string.Join(", ", values.Keys.Select(key => $"\"{new GlobalId(rows.Type, key)}\""))}] }}, " : "";
        async Task<IEnumerable<RowKey>> FindAsync(string operations) =>
            (await ListsAsync(user, rows, $", where: {{ {same}{field.Name}: {{ {operations} }} }}", "")).SelectMany(list => list).Select(edge => edge.Key).Order(ByKey);

        if (!field.MayBeNull) Assert.Equal(values.Where(row => row.Value.Visible is not null).Select(row => row.Key).Order(ByKey), await FindAsync("neq: null"));
        if (field.Raw is null) return;
        foreach (string raw in values.Values.OrderByDescending(value => value.IsHidden).Select(value => value.Raw).OfType<string>().Distinct().Take(2))
        {
            string literal = LiteralOf(rows, field, raw);
            Assert.Equal(values.Where(row => Equal(row.Value.Visible, raw)).Select(row => row.Key).Order(ByKey), await FindAsync($"eq: {literal}"));
            Assert.Equal(values.Where(row => !Equal(row.Value.Visible, raw)).Select(row => row.Key).Order(ByKey), await FindAsync($"nin: [{literal}]"));
        }
    }

    /// <summary>Rows whose value is hidden stand where those without one stand, in the order of their keys; their cursors carry null.</summary>
    private async Task OrderedAsync(string user, RuledRows rows, RuledField field, Dictionary<RowKey, Held> values)
    {
        if (!Input($"{rows.Type}SortInput").Fields.ContainsKey(field.Name)) return;
        foreach (bool descending in (bool[])[false, true])
        {
            foreach (var list in await ListsAsync(user, rows, $", order: [{{ {field.Name}: {(descending ? "DESC" : "ASC")} }}]", field.Name))
            {
                var known = list.Where(edge => values.ContainsKey(edge.Key)).ToList();
                foreach (var edge in known) Assert.True(Equal(values[edge.Key].IsHidden ? null : TextOf(edge.Node.GetProperty(field.Name)), KeysOf(edge.Cursor)[0]));
                if (field.Raw is null) continue;
                var ascending = known.OrderBy(edge => values[edge.Key].Visible is null)
                    .ThenBy(edge => Comparable(values[edge.Key].Visible)).ThenBy(edge => edge.Key, ByKey);
                Assert.Equal((descending ? ascending.Reverse() : ascending).Select(edge => edge.Key), known.Select(edge => edge.Key));
            }
        }
    }

    /// <summary>The list of the rows, or the lists that the root's rows have.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Edge>>> ListsAsync(string user, RuledRows rows, string arguments, string selection)
    {
        string edges = $"edges {{ cursor node {{ id {selection} }} }}";
        var root = (await demo.DataAsync(user, rows.Nested is null
            ? $"{{ {rows.Root}(first: 300{arguments}) {{ {edges} }} }}"
            : $"{{ {rows.Root}(first: 100) {{ nodes {{ {rows.Nested}(first: 50{arguments}) {{ {edges} }} }} }} }}")).GetProperty(rows.Root);
        return rows.Nested is null ? [EdgesOf(root)] : [.. root.GetProperty("nodes").EnumerateArray().Select(row => EdgesOf(row.GetProperty(rows.Nested)))];
    }

    private static IReadOnlyList<Edge> EdgesOf(JsonElement connection) =>
    [
        .. connection.GetProperty("edges").EnumerateArray().Select(edge =>
        {
            Assert.True(GlobalId.TryParse(edge.GetProperty("node").GetProperty("id").GetString()!, out var id));
            return new Edge(id, edge.GetProperty("node"), edge.GetProperty("cursor").GetString()!);
        }),
    ];

    private async Task<Dictionary<RowKey, Held[]>> ExpectedAsync(ViewerAccount viewer, RuledRows rows, IReadOnlyCollection<RowKey> keys)
    {
        string columns = string.Join(", ", rows.Fields.Select(field => $"({field.Raw ?? "1"})::text, not ({field.Allowed})"));
        await using var find = demo.Database.Owner.CreateCommand($"""
            with g as materialized (select * from access."grant" where account_id = $1)
            select r.district_id, r.{rows.Key}, {columns} from homeroom.{rows.Table} r
            where (r.district_id, r.{rows.Key}) in (select * from unnest($3::int[], $4::bigint[])) and $2::date is not null
            """);
        find.Parameters.Add(new() { Value = viewer.AccountId });
        find.Parameters.Add(new() { Value = Today });
        find.Parameters.Add(new() { Value = keys.Select(key => key.DistrictId).ToArray() });
        find.Parameters.Add(new() { Value = keys.Select(key => key.Id!.Value).ToArray() });
        await using var reader = await find.ExecuteReaderAsync(Cancellation);
        var found = new Dictionary<RowKey, Held[]>();
        while (await reader.ReadAsync(Cancellation))
        {
            found.Add(new RowKey(reader.GetInt32(0), reader.GetInt64(1)), [.. rows.Fields.Select((_, i) => new Held(
                reader.IsDBNull(2 + 2 * i) ? null : reader.GetString(2 + 2 * i), reader.GetBoolean(3 + 2 * i)))]);
        }

        return found;
    }

    /// <summary>What a cursor carries.</summary>
    private static string?[] KeysOf(string cursor) => JsonSerializer.Deserialize<string?[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))[8..])!;

    private static InputObjectType Input(string name) => (InputObjectType)Schema.Schema.Types[name];

    private static string LiteralOf(RuledRows rows, RuledField field, string raw) =>
        ((ObjectType)Schema.Schema.Types[rows.Type]).Fields[field.Name].Type.Named is EnumType || decimal.TryParse(raw, CultureInfo.InvariantCulture, out _)
            ? raw
            : JsonSerializer.Serialize(raw);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static bool Equal(string? left, string? right) =>
        left == right || (left is not null && right is not null && Comparable(left) is decimal number && number.Equals(Comparable(right)));

    /// <summary>Numbers as such, dates by their text.</summary>
    private static IComparable? Comparable(string? value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : value;

    private static readonly Comparer<RowKey> ByKey = Comparer<RowKey>.Create((left, right) => (left.DistrictId, left.Id ?? 0).CompareTo((right.DistrictId, right.Id ?? 0)));
}
