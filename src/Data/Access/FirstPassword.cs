using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomeroomGraph.Data.Access;

/// <summary>A first password as it is told this once, and when it stops being good.</summary>
public sealed record FirstPassword(string Password, DateTimeOffset ExpiresAt);

/// <summary>
/// Makes random passwords for the first sign-in, to be read from paper: twelve letters and digits that are not taken for each other, in
/// three groups. Each is good for nothing but choosing an own one, and not for long: paper lies about.
/// </summary>
public sealed class FirstPasswords(TimeProvider time, TimeSpan lifetime)
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 3, GroupLength = 4;

    // Slow hashing protects passwords that people choose. This one is 59 random bits: tried out against a stolen hash of a thousand
    // rounds at ten thousand million hashes a second, it would take twelve hundred years on average. The first sign-in hashes anew.
    private const int Rounds = 1_000;

    private static readonly PasswordHasher<Account> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>A new one.</summary>
    public FirstPassword Create() => new(NewText(), time.GetUtcNow() + lifetime);

    internal static string HashOf(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Gives the account a new first password; its sessions end, and a lock is taken off.</summary>
    internal FirstPassword GiveTo(Account account)
    {
        var first = Create();
        account.PasswordHash = HashOf(first.Password);
        account.SecurityStamp = SecurityStamp.New();
        account.MustChangePassword = true;
        account.FirstPasswordExpiresAt = first.ExpiresAt;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return first;
    }

    private static string NewText() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}

/// <summary>The stamp whose change ends all sessions of an account.</summary>
internal static class SecurityStamp
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
