using HomeroomGraph.Data.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomeroomGraph.Data.Access;

/// <summary>ASP.NET Core Identity over the table of accounts: names, password rules and hashes.</summary>
internal static class AccountManager
{
    private static readonly IdentityOptions Options = new()
    {
        Password =
        {
            RequiredLength = PasswordRules.ShortestPassword, RequireNonAlphanumeric = false, RequireUppercase = false, RequireLowercase = false,
            RequireDigit = false,
        },
        User = { AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@" },
    };

    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static IPasswordHasher<Account> Hasher { get; } = new PasswordHasher<Account>();

    public static UserManager<Account> Over(AccessDbContext context) => new(
        new UserOnlyStore<Account, AccessDbContext, Guid>(context),
        Microsoft.Extensions.Options.Options.Create(Options),
        Hasher,
        [new UserValidator<Account>()],
        [new PasswordValidator<Account>(), new PasswordRules()],
        new UpperInvariantLookupNormalizer(),
        new IdentityErrorDescriber(),
        NoServices,
        NullLogger<UserManager<Account>>.Instance);

    /// <summary>Checks a password that somebody has chosen.</summary>
    /// <exception cref="RefusedException">Says every rule that it breaks.</exception>
    public static async Task RequireGoodAsync(this UserManager<Account> accounts, Account account, string password)
    {
        var refusals = new List<string>();
        foreach (var rule in accounts.PasswordValidators)
        {
            var outcome = await rule.ValidateAsync(accounts, account, password);
            refusals.AddRange(outcome.Errors.Select(error => error.Description));
        }

        if (refusals.Count > 0)
            throw new RefusedException(Refusal.PasswordRefused(string.Join(' ', refusals), "newPassword"));
    }
}
