namespace HomeroomGraph.Gateway.Tests.Clients;

/// <summary>The clients that applications use, on the printed schema and the running server: what each does stands in its script.</summary>
[Collection(nameof(ClientScript))]
public sealed class NpmClientTests(GatewayFixture gateway)
{
    [Fact]
    public Task Apollo_Client_reads_pages_changes_and_keeps() => ClientScript.PassAsync("apollo.mjs", gateway, checks: 7);

    [Fact]
    public Task Urql_asks_by_post_and_by_get() => ClientScript.PassAsync("urql.mjs", gateway, checks: 5);

    [Fact]
    public Task Relay_compiles_refetches_and_pages() => ClientScript.PassAsync("relay.mjs", gateway, checks: 8);

    [Fact]
    public Task Codegen_makes_types_that_compile_strictly() => ClientScript.PassAsync("codegen.mjs", gateway: null, checks: 4);

    [Fact]
    public Task Introspection_as_graphql_js_reads_it_is_the_printed_schema() => ClientScript.PassAsync("introspection.mjs", gateway, checks: 2);
}
