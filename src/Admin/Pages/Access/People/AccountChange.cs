using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Pages.Access.People;

/// <summary>What a manager can do to an account as a whole; each is asked about before it is done.</summary>
public enum AccountChange { ResetPassword, Unlock, Disable, Enable, SignOut }

public static class AccountChanges
{
    /// <summary>The word in the address.</summary>
    public static string Slug(this AccountChange change) => change switch
    {
        AccountChange.ResetPassword => "reset-password",
        AccountChange.SignOut => "sign-out",
        _ => change.ToString().ToLowerInvariant(),
    };

    public static AccountChange? Parse(string slug)
    {
        foreach (var change in Enum.GetValues<AccountChange>())
        {
            if (change.Slug() == slug)
                return change;
        }
        return null;
    }

    /// <summary>What makes sense for an account as it stands.</summary>
    public static IEnumerable<AccountChange> For(AccountDetails account, DateTimeOffset now)
    {
        yield return AccountChange.ResetPassword;
        if (account.LockedUntil > now)
            yield return AccountChange.Unlock;
        yield return AccountChange.SignOut;
        yield return account.State == AccountState.Disabled ? AccountChange.Enable : AccountChange.Disable;
    }

    /// <summary>Shuts somebody out, so its button looks the part.</summary>
    public static bool IsGrave(this AccountChange change) => change is AccountChange.Disable or AccountChange.ResetPassword;
}
