using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Access;

public sealed class SignInTests(DemoDatabase test) : IClassFixture<DemoDatabase>
{
    private readonly SetTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_signs_in_with_roles_and_reach()
    {
        var viewer = Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("Grade-Head", DemoAccounts.Password)).Viewer;
        Assert.Equal("grade-head", viewer.UserName);
        Assert.Equal("zh-CN", viewer.Locale);
        var grant = Assert.Single(viewer.Roles);
        Assert.Equal((AccessRole.GradeHead, (short?)3), (grant.Role, grant.Grade));
        Assert.Equal([grant.SchoolId!.Value], viewer.Reach.Schools);
        Assert.Equal([grant.DistrictId], viewer.Reach.SchoolDistricts);
        Assert.Empty(viewer.Reach.Districts);
    }

    [Theory]
    [InlineData("principal", "wrong")]
    [InlineData("principal", "")]
    [InlineData("nobody", DemoAccounts.Password)]
    [InlineData("", "")]
    public async Task A_wrong_password_and_an_unknown_name_are_not_told_apart(string userName, string password) =>
        Assert.IsType<SignInOutcome.InvalidCredentials>(await SignInAsync(userName, password));

    [Fact]
    public async Task A_password_of_a_megabyte_is_not_hashed()
    {
        var outcome = await SignInAsync("principal", new string('x', 1_000_000));
        Assert.IsType<SignInOutcome.InvalidCredentials>(outcome);
    }

    [Fact]
    public async Task Ten_failures_lock_the_account_for_five_minutes()
    {
        for (var failure = 1; failure < SignIn.FailuresUntilLocked; failure++)
            Assert.IsType<SignInOutcome.InvalidCredentials>(await SignInAsync("moral-office", "wrong"));
        var locked = Assert.IsType<SignInOutcome.AccountLocked>(await SignInAsync("moral-office", "wrong"));
        Assert.Equal(time.Now.AddMinutes(5), locked.Until);
        Assert.IsType<SignInOutcome.AccountLocked>(await SignInAsync("moral-office", DemoAccounts.Password));

        time.Now += TimeSpan.FromMinutes(5);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("moral-office", DemoAccounts.Password));
    }

    [Fact]
    public async Task Failures_at_the_same_time_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, SignIn.FailuresUntilLocked).Select(_ => SignInAsync("research-office", "wrong")));
        Assert.IsType<SignInOutcome.AccountLocked>(await SignInAsync("research-office", DemoAccounts.Password));
    }

    [Fact]
    public async Task Success_forgets_the_failures_before_it()
    {
        await SignInAsync("academic-affairs", "wrong");
        await SignInAsync("academic-affairs", DemoAccounts.Password);
        Assert.Equal(0, await test.Database.Access.ScalarAsync<int>(
            "select access_failed_count from access.account where user_name = 'academic-affairs'"));
    }

    [Fact]
    public async Task A_disabled_account_does_not_sign_in()
    {
        await test.Database.Access.ExecuteAsync("update access.account set is_disabled = true where user_name = 'leading-group'");
        Assert.IsType<SignInOutcome.InvalidCredentials>(await SignInAsync("leading-group", DemoAccounts.Password));
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task A_failure_is_in_the_audit_log_with_its_origin()
    {
        await SignInAsync("auditor", "wrong");
        Assert.Equal(["sign-in 192.0.2.1"], await test.Database.Owner.ColumnAsync<string>(
            "select actor || ' ' || origin from history.audit_log where operation = 'update' and after ->> 'user_name' = 'auditor' and actor = 'sign-in'"));
    }

    private Task<SignInOutcome> SignInAsync(string userName, string password) =>
        new SignIn(test.Database, time, isDemo: true).RunAsync(userName, password, "192.0.2.1", Cancellation);

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
