using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Walls;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Values at the ends of their types, and texts made to be read as something else, in every argument, filter and input of the schema: each is
/// answered, or refused as the client's fault, and none gets as far as an error of the database.</summary>
[Collection(Attacks.Name)]
public sealed class HostileValueTests(AttackFixture gateway)
{
    /// <summary>What <c>RunGuard</c> says when PostgreSQL refused a value: it should have been refused, or taken, before.</summary>
    private const string RefusedByTheDatabase = "outside of what can be compared";

    private static readonly Schema Schema = HomeroomSchema.Build().Schema;
    private static readonly SchemaWalk Walk = new(Schema);

    private static readonly string[] Texts =
    [
        "\"\"", "\"'; drop table homeroom.school; --\"", "\"%_\\\\%\"", "\"\\\\u0000\"", "\"\\u0001\\u001f\\u007f\\uFFFF\"", "\"\\u{1F600}\\u202E\\uFEFF\"", "\"$1 {0} ${x}\"",
        "\"(((((a+)+)+)+)+)$\"", $"\"{new string('a', 5_000)}\"", $"\"{string.Concat(Enumerable.Repeat("e\u0301", 500))}\"",
    ];

    /// <summary>Literals of a type that are values of it, as far from the ordinary as there are; an id is one of the type where it is known.</summary>
    private static string[] Values(NamedType type, string? idType = null) => type switch
    {
        _ when type == BuiltInScalars.String => Texts,
        _ when type == BuiltInScalars.Int => ["-2147483648", "2147483647", "0", "-1"],
        _ when type == BuiltInScalars.Float => ["1.7976931348623157e308", "-1.7976931348623157e308", "5e-324", "-0.0"],
        _ when type == BuiltInScalars.Boolean => ["true", "false"],
        _ when type == BuiltInScalars.Id => [$"\"{new GraphQL.Paging.GlobalId(idType ?? "School", new GraphQL.Paging.RowKey(int.MaxValue, long.MaxValue))}\""],
        { Name: "Long" } => ["-9223372036854775808", "9223372036854775807", "0"],
        { Name: "Decimal" } => ["79228162514264337593543950335", "-79228162514264337593543950335", "0.0000000000000000000000000001", "1e28"],
        { Name: "Date" } => ["\"0001-01-01\"", "\"9999-12-31\"", "\"1582-10-10\"", "\"2000-02-29\""],
        { Name: "DateTime" } => ["\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.999999Z\"", "\"2016-12-31T23:59:59+14:00\""],
        EnumType named => [.. named.Values.Keys],
        _ => [],
    };

    [Fact]
    public async Task In_every_filter()
    {
        foreach (var list in Walk.Lists)
        {
            var conditions = Walk.Filters(list).Where(filter => !filter.Path.Contains('.')).SelectMany(filter => Conditions(list, filter.Path, filter.Operations));
            foreach (var chunk in conditions.Chunk(100))
                await AnsweredAsync($"{{ {list.Name}(first: 1, where: {{or: [{string.Join(' ', chunk)}]}}) {{ totalCount nodes {{ __typename }} }} }}");
        }
    }

    private static IEnumerable<string> Conditions(RootList list, string path, InputObjectType operations)
    {
        foreach (var operation in operations.Fields.Values)
        {
            string[] values = Values(operation.Type.Named, path == "id" ? list.Row.Name : null);
            if (operation.Type.Nullable is ListType) yield return SchemaWalk.Condition(path, $"{{ {operation.Name}: [{string.Join(' ', values)} null] }}");
            else foreach (string value in values) yield return SchemaWalk.Condition(path, $"{{ {operation.Name}: {value} }}");
        }
    }

    /// <summary>Arguments of fields, such as the day on which somebody is asked for.</summary>
    [Fact]
    public async Task In_every_argument_of_a_field()
    {
        int asked = 0;
        foreach (var list in Walk.Lists)
        {
            foreach (var field in list.Row.Fields.Values)
            {
                if (field.Arguments.Count == 0 || field.Arguments.ContainsKey("where")) continue;
                for (int i = 0; i < 12; i++)
                {
                    string arguments = string.Join(' ', field.Arguments.Values.Select(argument => Argument(argument, i)));
                    string selection = field.Type.Named is ScalarType or EnumType ? "" : "{ __typename }";
                    await AnsweredAsync($"{{ {list.Name}(first: 20) {{ nodes {{ {field.Name}({arguments}) {selection} }} }} }}");
                    asked++;
                }
            }
        }
        Assert.NotEqual(0, asked);
    }

    [Fact]
    public async Task In_every_argument_of_the_root()
    {
        foreach (var root in Schema.Query!.Fields.Values.Where(root => root.Arguments.Count > 0 && !root.Arguments.ContainsKey("where")))
        {
            for (int i = 0; i < Texts.Length; i++)
            {
                string arguments = string.Join(' ', root.Arguments.Values.Select(argument => Argument(argument, i)));
                string selection = root.Type.Named is ScalarType or EnumType ? "" : "{ __typename }";
                await AnsweredAsync($"{{ {root.Name}({arguments}) {selection} }}");
            }
        }
    }

    /// <summary>By one who may do much, and by one who may do nothing of it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_every_input_of_a_mutation(bool mayDoMuch)
    {
        string token = mayDoMuch ? gateway.PlatformAdmin : gateway.Principal;
        foreach (var mutation in Schema.Mutation!.Fields.Values)
        {
            // The own password and session stay as they are.
            if (mutation.Name is "signOutEverywhere" or "changePassword" || mutation.Arguments["input"].Type.Named is not InputObjectType input) continue;
            for (int i = 0; i < Texts.Length; i++)
            {
                if (mutation.Name == "signIn" && i > 2) break;
                string fields = string.Join(' ', input.Fields.Values.Select(field => Argument(field, i)));
                await AnsweredAsync($"mutation {{ {mutation.Name}(input: {{ {fields} }}) {{ __typename errors {{ __typename }} }} }}", token);
            }
        }
    }

    /// <summary>What is no value of the type: the client is told so with the place.</summary>
    [Theory]
    [InlineData("schools(first: 2147483648) { totalCount }")]
    [InlineData("schools(first: -9223372036854775809) { totalCount }")]
    [InlineData("schools(first: 1e9) { totalCount }")]
    [InlineData("schools(first: \"1\") { totalCount }")]
    [InlineData("schools(where: {name: {eq: \"\\u0000\"}}) { totalCount }")]
    [InlineData("schools(where: {name: {eq: \"\\ud800\"}}) { totalCount }")]
    [InlineData("schools(where: {name: {eq: \"\\u{110000}\"}}) { totalCount }")]
    [InlineData("schools(where: {name: {eq: \"\\udfff\\ud800\"}}) { totalCount }")]
    [InlineData("school(id: \"\\u0000\") { id }")]
    [InlineData("school(id: 1.5) { id }")]
    [InlineData("appointments(where: {startsOn: {eq: \"0000-01-01\"}}) { totalCount }")]
    [InlineData("appointments(where: {startsOn: {eq: \"10000-01-01\"}}) { totalCount }")]
    [InlineData("appointments(where: {startsOn: {eq: \"infinity\"}}) { totalCount }")]
    [InlineData("appointments(where: {startsOn: {eq: \"2026-02-30\"}}) { totalCount }")]
    [InlineData("appointments(where: {startsOn: {eq: 20260101}}) { totalCount }")]
    [InlineData("classes(where: {grade: {eq: 99999999999999999999}}) { totalCount }")]
    public async Task What_is_no_value_is_refused(string field)
    {
        var outcome = await gateway.AttackAsync($"{{ {field} }}", gateway.Analyst);
        Assert.True(outcome.Code is "GRAPHQL_VALIDATION_FAILED" or "GRAPHQL_PARSE_FAILED" or "BAD_USER_INPUT", outcome.Body);
        Assert.NotEqual(0, outcome.Json.GetProperty("errors")[0].GetProperty("locations").GetArrayLength());
    }

    private static string Argument(InputValueDefinition argument, int i)
    {
        string[] values = argument.Type.Named is InputObjectType inside
            ? [$"{{ {string.Join(' ', inside.Fields.Values.Select(field => Argument(field, i)))} }}"]
            : Values(argument.Type.Named);
        if (values.Length == 0) return "";
        string value = values[i % values.Length];
        return argument.Type.Nullable is ListType ? $"{argument.Name}: [{value}]" : $"{argument.Name}: {value}";
    }

    private async Task AnsweredAsync(string document, string? token = null)
    {
        using var answer = await gateway.SendAsync(document, token: token ?? gateway.Analyst);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500 && !body.Contains(RefusedByTheDatabase, StringComparison.Ordinal) && !body.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal),
            $"{(int)answer.StatusCode} for {document}: {body}");
        var root = JsonDocument.Parse(body).RootElement;
        if (root.TryGetProperty("errors", out var errors))
            Assert.True(errors[0].GetProperty("extensions").GetProperty("code").GetString() is "INVALID_ID" or "INVALID_CURSOR" or "INVALID_POSITION" or "BAD_USER_INPUT" or "UNAUTHENTICATED",
                $"{document}: {body}");
    }
}
