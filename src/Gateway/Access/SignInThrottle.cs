using HomeroomGraph.Gateway.Auth;

namespace HomeroomGraph.Gateway.Access;

/// <summary>
/// Slows down who guesses passwords over many accounts (the lock of one account does not see that). Only failures count, so a
/// school behind one address signs in as it likes.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock) : FailureThrottle(clock, MostFailures, Window)
{
    public const int MostFailures = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
}
