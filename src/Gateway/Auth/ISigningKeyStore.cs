namespace HomeroomGraph.Gateway.Auth;

/// <summary>Where the signing keys are kept, for all gateways of a database.</summary>
public interface ISigningKeyStore
{
    /// <summary>All keys, newest first; makes one when the newest was made before <paramref name="rotateBefore"/>.</summary>
    Task<IReadOnlyList<SigningKey>> LoadAsync(DateTimeOffset rotateBefore, DateTimeOffset now, CancellationToken cancellationToken);
}
