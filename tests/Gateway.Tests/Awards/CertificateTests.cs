using System.Net;
using System.Text.Json;
using HomeroomGraph.Gateway.Awards;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Anybody checks a certificate by its number, without an account, and learns no more than whether it holds (rules T5, W3).</summary>
public sealed class CertificateTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    [Trait("Rule", "W3")]
    public async Task A_granted_award_is_valid_until_it_is_revoked_and_its_holder_is_masked()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var winner = await life.NewTeacherAsync("欧阳文静");
        var nomination = Assert.Single(await life.NoticedAsync(await life.OpenAsync(), winner));
        await life.PassNoticeAsync();
        var granted = (await gateway.DoAsync(life.Principal, "grantAward", new { nominationId = nomination }, "award { id number issuer school { name } }")).GetProperty("award");
        var number = granted.GetProperty("number").GetString()!;
        Assert.Matches("^[0-9]{4}YC2026[0-9]{5,}[2-9A-HJKMNP-Z]{4}$", number);

        var (status, answer) = await AskAsync(number, "198.51.100.1");
        Assert.Equal(HttpStatusCode.OK, status);
        var found = Assert.Single(answer.GetProperty("certificates").EnumerateArray());
        Assert.Equal(
            """{"subject":"award","title":"优秀成果","level":"school","grade":"none","holder":"欧**静","school":"SCHOOL","issuer":"SCHOOL","issuedOn":"2026-11-16","state":"valid"}""",
            found.GetRawText().Replace(granted.GetProperty("school").GetProperty("name").GetString()!, "SCHOOL", StringComparison.Ordinal));

        await gateway.DoAsync(life.Principal, "revokeAward", new { awardId = granted.GetProperty("id").GetString(), reason = "材料不实" });
        (_, answer) = await AskAsync(number, "198.51.100.1");
        found = Assert.Single(answer.GetProperty("certificates").EnumerateArray());
        Assert.Equal(("revoked", "2026-11-16"), (found.GetProperty("state").GetString(), found.GetProperty("revokedOn").GetString()));
        Assert.DoesNotContain("材料不实", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "T5")]
    public async Task A_training_certificate_says_when_it_ends()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var holder = await life.NewTeacherAsync("王芳");
        foreach (var (number, expires) in new[] { ("TRAINING-OPEN", "null"), ("TRAINING-OVER", "date '2026-11-16'") })
        {
            await gateway.Database.Owner.ExecuteAsync(
                $"""
                insert into homeroom.certificate (district_id, number, kind, teacher_id, holder, issuer_school_id, issuer, issued_on, expires_on)
                values ($1, $3, 'homeroom', $2, '王芳', null, '区教育局', '2024-11-16', {expires})
                """, life.District, holder.Key, number);
        }
        Assert.Equal("""{"subject":"training","holder":"王*","issuer":"区教育局","issuedOn":"2024-11-16","state":"valid"}""", (await OnlyAsync("TRAINING-OPEN")).GetRawText());
        Assert.Equal("expired", (await OnlyAsync("TRAINING-OVER")).GetProperty("state").GetString());
    }

    [Theory]
    [Trait("Rule", "W3")]
    [InlineData("NO-SUCH-NUMBER", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("%", HttpStatusCode.BadRequest, "BAD_USER_INPUT")]
    [InlineData("", HttpStatusCode.BadRequest, "BAD_USER_INPUT")]
    [InlineData("0000\u0000YB", HttpStatusCode.BadRequest, "BAD_USER_INPUT")]
    [InlineData("0301YB2026%", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task What_is_unknown_or_no_number_is_told(string number, HttpStatusCode expected, string code)
    {
        var (status, answer) = await AskAsync(number, "198.51.100.2");
        Assert.Equal((expected, code), (status, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(new string('9', 61), "198.51.100.2")).Status);
    }

    [Fact]
    [Trait("Rule", "W1")]
    public async Task An_award_of_another_body_is_not_vouched_for()
    {
        var life = await AwardLife.BeginAsync(gateway);
        var person = await life.NewTeacherAsync("外奖");
        await gateway.DoAsync(life.Office, "recordOutsideAward", OutsideAwardTests.Award(life, person, number: "CITY-2026-1"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("CITY-2026-1", "198.51.100.3")).Status);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task Who_guesses_waits_and_who_knows_does_not()
    {
        await gateway.Database.Owner.ExecuteAsync(
            """
            insert into homeroom.certificate (district_id, number, kind, teacher_id, holder, issuer, issued_on)
            select district_id, 'KNOWN-1', 'other', min(teacher_id), 'X', 'I', '2024-11-16' from homeroom.teacher group by district_id limit 1
            """);
        for (var i = 0; i < 3 * CertificateThrottle.MostFailures; i++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("KNOWN-1", "198.51.100.4")).Status);
        for (var i = 0; i < CertificateThrottle.MostFailures; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync($"GUESS-{i}", "198.51.100.4")).Status);
        using var refused = await SendAsync("GUESS-X", "198.51.100.4");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, CertificateThrottle.Window.TotalSeconds);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("KNOWN-1", "198.51.100.4")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("GUESS-X", "198.51.100.5")).Status);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task The_look_up_goes_by_the_number_and_the_reading_role_reads_nothing_else_without_an_account()
    {
        var definition = await gateway.Database.Owner.ScalarAsync<string>("select pg_get_indexdef('homeroom.award_by_number'::regclass)");
        Assert.Contains("(number) WHERE (source = 'granted'::text)", definition, StringComparison.Ordinal);
        Assert.Equal(0L, await gateway.Database.Reader.ScalarAsync<long>("select count(*) from homeroom.award"));
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => gateway.Database.Reader.ScalarAsync<string>("select homeroom.masked_name('x')"));
        Assert.Equal("42501", refused.SqlState);
    }

    private async Task<JsonElement> OnlyAsync(string number) => Assert.Single((await AskAsync(number, "198.51.100.6")).Answer.GetProperty("certificates").EnumerateArray());

    private async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string number, string from)
    {
        using var response = await SendAsync(number, from);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    private async Task<HttpResponseMessage> SendAsync(string number, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/certificates?number=" + Uri.EscapeDataString(number));
        request.Headers.Add("X-Forwarded-For", from);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
