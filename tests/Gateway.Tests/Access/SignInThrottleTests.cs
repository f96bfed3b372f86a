using System.Net;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Tests.Auth;

namespace HomeroomGraph.Gateway.Tests.Access;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Guesser = IPAddress.Parse("192.0.2.7");
    private readonly MovableClock clock = new();
    private readonly SignInThrottle throttle;

    public SignInThrottleTests() => throttle = new SignInThrottle(clock);

    [Fact]
    public void Failures_of_an_address_are_stopped_until_the_window_ends()
    {
        Fail(Guesser, SignInThrottle.MostFailures);

        Assert.False(throttle.TryEnter(Guesser, out var wait));
        Assert.InRange(wait, TimeSpan.FromSeconds(1), SignInThrottle.Window);
        clock.Now += wait;
        Assert.True(throttle.TryEnter(Guesser, out _));
    }

    [Fact]
    public void Another_address_is_not_held_back()
    {
        Fail(Guesser, SignInThrottle.MostFailures);

        Assert.True(throttle.TryEnter(IPAddress.Parse("192.0.2.8"), out _));
    }

    [Fact]
    public void A_whole_school_signs_in_from_one_address()
    {
        for (var i = 0; i < SignInThrottle.MostFailures * 10; i++)
        {
            Assert.True(throttle.TryEnter(Guesser, out _));
            throttle.Succeeded(Guesser);
        }
    }

    [Fact]
    public void An_IPv6_caller_does_not_escape_by_another_address_of_its_network()
    {
        for (var i = 0; i < SignInThrottle.MostFailures; i++)
            throttle.TryEnter(IPAddress.Parse($"2001:db8::{i:x}"), out _);

        Assert.False(throttle.TryEnter(IPAddress.Parse("2001:db8::ffff"), out _));
        Assert.True(throttle.TryEnter(IPAddress.Parse("2001:db8:0:1::1"), out _));
    }

    private void Fail(IPAddress address, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.True(throttle.TryEnter(address, out _));
    }
}
