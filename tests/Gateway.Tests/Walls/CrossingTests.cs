using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>Every root field, id, key, cursor, filter, order and relation of the schema, asked in one district with what belongs to
/// another: nothing of it comes, and what is foreign looks the same as what does not exist.</summary>
public sealed class CrossingTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private const string There = "analyst-370829";
    private const string DistrictThere = "370829";

    private static readonly SchemaWalk Walk = new(HomeroomSchema.Build().Schema);

    /// <summary>Everyone without a role in the other district.</summary>
    public static TheoryData<string> Accounts =>
        [.. DemoAccounts.All.Where(account => !account.DistrictCodes.Contains(DistrictThere)).Select(account => account.UserName)];

    /// <summary>One account of each extent: a district, a school, oneself. The walls do not depend on more.</summary>
    public static TheoryData<string> Extents => ["analyst-370403", "principal", "teacher"];

    /// <summary>What no analyst reads, and what is on nobody's desk but the own.</summary>
    private static readonly string[] NotThere = ["auditEntries", "clients", "deskItems", "desks", "inbox"];

    [Fact]
    public async Task There_is_something_of_everything_to_cross_with()
    {
        var nothing = new List<string>();
        foreach (var list in Walk.Lists.Where(IsTenant))
        {
            if ((await RowsThereAsync(list)).Count == 0) nothing.Add(list.Name);
        }

        Assert.Equal(string.Join(" ", NotThere), string.Join(" ", nothing.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task An_id_of_there_looks_like_one_that_does_not_exist(string here)
    {
        foreach (var list in Walk.Lists.Where(IsTenant).Where(list => SchemaWalk.HasId(list.Row)))
        {
            var foreign = (await RowsThereAsync(list)).Select(IdOf).ToList();
            if (foreign.Count == 0) continue;
            Assert.Equal(await NodesAsync(here, foreign.Select(Missing)), await NodesAsync(here, foreign));
            foreach (var (name, _) in Walk.ById.Where(lookup => lookup.Row == list.Row))
            {
                string answer = await demo.AskAsync(here, $"{{ {name}(id: \"{foreign[0]}\") {{ id }} }}");
                Assert.Equal($$$"""{"data":{"{{{name}}}":null}}""", answer);
                Assert.Equal(answer, await demo.AskAsync(here, $"{{ {name}(id: \"{Missing(foreign[0])}\") {{ id }} }}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public async Task A_natural_key_of_there_finds_at_most_a_row_of_here(string here)
    {
        foreach (var list in Walk.Lists.Where(IsTenant))
        {
            foreach (var (name, key, _) in Walk.ByKey.Where(lookup => lookup.Row == list.Row))
            {
                foreach (var row in (await RowsThereAsync(list)).Where(row => row.GetProperty(key).ValueKind != JsonValueKind.Null))
                    await StaysHereAsync(here, $"{{ {name}({key}: {row.GetProperty(key).GetRawText()}) {{ id }} }}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task A_cursor_of_there_grants_nothing(string here)
    {
        foreach (var list in Walk.Lists.Where(IsTenant))
        {
            var page = (await demo.DataAsync(There, $"{{ {list.Name}(first: 3) {{ pageInfo {{ startCursor endCursor }} }} }}")).GetProperty(list.Name);
            await StaysHereAsync(here, $"{{ {list.Name}(first: 50, after: {page.GetProperty("pageInfo").GetProperty("endCursor").GetRawText()}) {{ nodes {{ {SchemaWalk.Identity(list.Row)} }} }} }}");
            await StaysHereAsync(here, $"{{ {list.Name}(last: 50, before: {page.GetProperty("pageInfo").GetProperty("startCursor").GetRawText()}) {{ nodes {{ {SchemaWalk.Identity(list.Row)} }} }} }}");
        }
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public async Task A_filter_finds_nothing_of_there(string here)
    {
        var idsThere = new Dictionary<string, string>();
        foreach (var list in Walk.Lists.Where(IsTenant).Where(list => SchemaWalk.HasId(list.Row)))
            idsThere[list.Row.Name] = string.Join(", ", (await RowsThereAsync(list)).Select(row => $"\"{IdOf(row)}\""));

        foreach (var list in Walk.Lists.Where(IsTenant))
        {
            // By an id of there, whether its own or that of a related row, nothing is found; by what is not null, at most what is here.
            var byId = Walk.Filters(list).Where(filter => filter.Path.Split('.')[^1] == "id")
                .Where(filter => idsThere.ContainsKey(Walk.TypeAt(list, filter.Path)))
                .Select(filter => SchemaWalk.Condition(filter.Path, $"{{ in: [{idsThere[Walk.TypeAt(list, filter.Path)]}] }}"));
            foreach (var found in await ProbeAsync(here, list, byId.Select(condition => $"where: {condition}")))
                Assert.Equal(0, found.GetProperty("totalCount").GetInt32());
            var notNull = Walk.Filters(list).Where(filter => filter.Operations.Fields.ContainsKey("neq"));
            foreach (var found in await ProbeAsync(here, list, notNull.Select(filter => $"where: {SchemaWalk.Condition(filter.Path, "{ neq: null }")}")))
                StaysHere(await demo.AccountAsync(here), found);
        }
    }

    [Theory]
    [MemberData(nameof(Extents))]
    public async Task An_order_brings_nothing_of_there(string here)
    {
        foreach (var list in Walk.Lists.Where(IsTenant))
        {
            foreach (var found in await ProbeAsync(here, list, Walk.Orders(list).Select(order => $"order: [{order}]")))
                StaysHere(await demo.AccountAsync(here), found);
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task No_relation_leads_there(string here)
    {
        foreach (var list in Walk.Lists.Where(IsTenant))
            await StaysHereAsync(here, SchemaWalk.Everything(list, first: 25));
    }

    /// <summary>Its rows belong to districts; reference data, such as the regions of the country, is everybody's.</summary>
    private static bool IsTenant(RootList list) => !SchemaWalk.IsReferenceData(list.Row.Name);

    private async Task<IReadOnlyList<JsonElement>> RowsThereAsync(RootList list) =>
        [.. (await demo.DataAsync(There, SchemaWalk.Everything(list, first: 5))).GetProperty(list.Name).GetProperty("nodes").EnumerateArray()];

    /// <summary>The list asked with each of the arguments, several to a document.</summary>
    private async Task<List<JsonElement>> ProbeAsync(string here, RootList list, IEnumerable<string> arguments)
    {
        var found = new List<JsonElement>();
        foreach (var chunk in arguments.Chunk(8))
        {
            var asked = chunk.Select((argument, i) => $"p{i}: {list.Name}(first: 50, {argument}) {{ totalCount nodes {{ {SchemaWalk.Identity(list.Row)} }} }}");
            found.AddRange((await demo.DataAsync(here, $"{{ {string.Join(' ', asked)} }}")).EnumerateObject().Select(probe => probe.Value));
        }

        return found;
    }

    private async Task<string> NodesAsync(string here, IEnumerable<string> ids) =>
        await demo.AskAsync(here, $"{{ nodes(ids: [{string.Join(", ", ids.Select(id => $"\"{id}\""))}]) {{ id }} }}");

    private async Task StaysHereAsync(string here, string query)
    {
        string answer = await demo.AskAsync(here, query);
        Assert.DoesNotContain("\"errors\":[", answer, StringComparison.Ordinal);
        StaysHere(await demo.AccountAsync(here), JsonDocument.Parse(answer).RootElement);
    }

    private static void StaysHere(Data.Access.ViewerAccount here, JsonElement answer)
    {
        var districts = here.Roles.Select(role => role.DistrictId).ToHashSet();
        Assert.All(IdsIn(answer), id =>
        {
            Assert.True(GlobalId.TryParse(id, out var parsed));
            // Who manages accounts sees each that has a role here, also where it was made in another district.
            Assert.True(
                districts.Contains(parsed.Key.DistrictId) || parsed.TypeName == "Account" || SchemaWalk.IsReferenceData(parsed.TypeName), parsed.ToString());
        });
    }

    private static IEnumerable<string> IdsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(IdsIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property =>
            property is { Name: "id", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : IdsIn(property.Value)),
        _ => [],
    };

    private static string IdOf(JsonElement row) => row.GetProperty("id").GetString()!;

    /// <summary>The id of a row of the same type and district that is not there.</summary>
    private static string Missing(string id)
    {
        Assert.True(GlobalId.TryParse(id, out var known));
        return (known.Key.Id is { } own
            ? known with { Key = known.Key with { Id = own + 1_000_000_000_000 } }
            : known with { Key = new RowKey(known.Key.DistrictId + 1_000_000, null) }).ToString();
    }
}
