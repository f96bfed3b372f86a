using System.Collections.Frozen;
using HomeroomGraph.Data.Demo;
using Microsoft.AspNetCore.Identity;

namespace HomeroomGraph.Data.Access;

/// <summary>
/// What an own password must not be, beside being too short (Identity's own rule): the user name or nearly so, or one of those that
/// everybody tries first. Nothing else is asked, no digit and no sign: length protects, and what is forced is forgotten.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int ShortestPassword = 10;
    private const int FewestDifferent = 4;

    // The passwords of at least ten letters among the 30,000 most common ones (npm's zxcvbn 4.4.2, MIT licence), and some that are
    // common in China.
    private static readonly FrozenSet<string> Common = ReadCommon();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(user, password ?? "") is { } refusal ? IdentityResult.Failed(refusal) : IdentityResult.Success);

    private static IdentityError? Refusal(Account user, string password)
    {
        var lower = password.ToLowerInvariant();
        if (password.Length > PasswordCheck.LongestPassword)
            return new() { Code = "PasswordTooLong", Description = $"The password is longer than {PasswordCheck.LongestPassword} letters. 密码过长。" };
        if (Names(user).Any(name => lower.Contains(name, StringComparison.Ordinal)))
            return new() { Code = "PasswordIsName", Description = "The password contains the user name. 密码不能包含用户名。" };
        var isDemos = password == DemoAccounts.Password && !user.IsDemo;
        if (isDemos || Common.Contains(lower) || lower.Distinct().Count() < FewestDifferent)
            return new() { Code = "PasswordIsCommon", Description = "The password is one of those that everybody tries first. 密码过于常见。" };
        return null;
    }

    private static IEnumerable<string> Names(Account user)
    {
        var name = (user.UserName ?? "").ToLowerInvariant();
        string[] parts = [name, name.Split('@')[0]];
        return parts.Where(part => part.Length >= 4);
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Access/common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
