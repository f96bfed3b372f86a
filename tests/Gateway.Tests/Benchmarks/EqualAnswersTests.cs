using System.Text.Json.Nodes;
using HomeroomGraph.Benchmarks.Figures;
using HomeroomGraph.Benchmarks.Limit;
using HomeroomGraph.Benchmarks.Questions;
using HomeroomGraph.Benchmarks.SideBySide;
using HomeroomGraph.Benchmarks.Systems;
using HomeroomGraph.Data.Demo;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Benchmarks;

/// <summary>What is measured by tests/Benchmarks stays what it was: its questions are answered, and by the limit's statements as by ours.</summary>
public sealed class EqualAnswersTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    // The demo's district with the most papers and projects, and who reads all of it.
    private const string District = "370403", Analyst = "analyst-370403";

    [Fact]
    public async Task Ours_and_the_practical_limit_give_equal_answers_to_the_questions_of_the_benchmark()
    {
        await using var limit = await LimitHost.BuildAsync(gateway.TestDatabase.ConnectionString, "http://127.0.0.1:0");
        await limit.StartAsync(TestContext.Current.CancellationToken);
        BenchedSystem[] systems =
        [
            new Ours(gateway.Http.BaseAddress!, await gateway.SignInAsync(Analyst)),
            new EndpointSystem(RunningSystems.Limit, new Uri(limit.Urls.Single())),
        ];
        await using var owner = NpgsqlDataSource.Create(gateway.TestDatabase.ConnectionString);
        await using var find = owner.CreateCommand($"select district_id from homeroom.district where code = '{District}'");
        var district = (int)(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        foreach (var question in AllQuestions.List)
        {
            // The demo's lists are shorter than the bench's.
            var small = question with { PageSize = question.Walks is null ? 1 : 40 };
            var pool = await small.DrawAsync(owner, district, DemoSeed.Today, TestContext.Current.CancellationToken);
            var targets = EqualAnswers.Check(small, systems, [.. pool.Take(12)]);
            Assert.NotEmpty(targets[0].Requests);
        }

        await limit.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_figures_that_are_measured_are_answered_with_a_row_for_each_district()
    {
        var token = await gateway.SignInAsync(Analyst);
        foreach (var request in FigureRequest.All)
        {
            var answer = await gateway.PostAsync(request.Document, new { first = 500 }, token);
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{request.Name}: {errors}");
            Assert.True(answer.GetProperty("data").GetProperty(request.List).GetProperty("nodes").GetArrayLength() == 1, $"{request.Name}: {answer}");
        }
    }

    [Fact]
    public void Answers_that_differ_are_told_with_the_place()
    {
        var one = JsonNode.Parse("""{"a": [{"b": 1, "c": null}], "d": "x"}""");
        Assert.Null(EqualAnswers.Difference("", one, JsonNode.Parse("""{"d": "x", "a": [{"c": null, "b": 1}]}""")));
        Assert.StartsWith(".a[0].b:", EqualAnswers.Difference("", one, JsonNode.Parse("""{"a": [{"b": 2, "c": null}], "d": "x"}""")), StringComparison.Ordinal);
        Assert.StartsWith(".a:", EqualAnswers.Difference("", one, JsonNode.Parse("""{"a": [], "d": "x"}""")), StringComparison.Ordinal);
        Assert.StartsWith(".a[0].c,", EqualAnswers.Difference("", one, JsonNode.Parse("""{"a": [{"b": 1}], "d": "x"}""")), StringComparison.Ordinal);
    }
}
