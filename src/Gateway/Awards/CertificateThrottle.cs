using HomeroomGraph.Gateway.Auth;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>Slows down who guesses numbers of certificates: only numbers that are of none count, so who checks a pile of certificates is not held up.</summary>
public sealed class CertificateThrottle(TimeProvider clock) : FailureThrottle(clock, MostFailures, Window)
{
    public const int MostFailures = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
}
