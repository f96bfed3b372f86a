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
        Password = { RequiredLength = 10, RequireNonAlphanumeric = false, RequireUppercase = false },
        User = { AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@" },
    };

    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static IPasswordHasher<Account> Hasher { get; } = new PasswordHasher<Account>();

    public static UserManager<Account> Over(AccessDbContext context) => new(
        new UserOnlyStore<Account, AccessDbContext, Guid>(context),
        Microsoft.Extensions.Options.Options.Create(Options),
        Hasher,
        [new UserValidator<Account>()],
        [new PasswordValidator<Account>()],
        new UpperInvariantLookupNormalizer(),
        new IdentityErrorDescriber(),
        NoServices,
        NullLogger<UserManager<Account>>.Instance);
}
