namespace HomeroomGraph.Data.Tests;

[Trait("Rule", "O4")]
public sealed class BusinessClockTests
{
    [Theory]
    [InlineData("2026-11-15T15:59:59Z", "2026-11-15")]
    [InlineData("2026-11-15T16:00:00Z", "2026-11-16")]
    [InlineData("2026-11-16T08:00:00+09:00", "2026-11-16")]
    public void Today_is_the_date_in_Shanghai_wherever_the_machine_is(string now, string today) =>
        Assert.Equal(DateOnly.ParseExact(today, "yyyy-MM-dd"), new BusinessClock(new SetTime(DateTimeOffset.Parse(now))).Today);

    [Fact]
    public void A_fixed_day_wins() =>
        Assert.Equal(new DateOnly(2026, 11, 16), new BusinessClock(TimeProvider.System, new DateOnly(2026, 11, 16)).Today);

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
