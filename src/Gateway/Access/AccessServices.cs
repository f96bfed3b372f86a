using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The use cases of accounts, for the host.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton(provider => new SignIn(
            provider.GetRequiredService<HomeroomDatabase>(), provider.GetRequiredService<TimeProvider>(), settings.Demo));
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton(provider => new FirstPasswords(provider.GetRequiredService<TimeProvider>(), settings.FirstPasswordLifetime));
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<Roles>();
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<CreateTeacherAccounts>();
        services.AddSingleton<Clients>();
        services.AddSingleton<ClientSignIn>();
        services.AddSingleton<ClientCredentials>();
        services.AddSingleton<ExternalIdentities>();
    }
}
