using HomeroomGraph.Admin.Pages.Access.People;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>The addresses of the area Access: the one place that knows how they are written.</summary>
public sealed class AccessLinks(PageAddresses pages)
{
    public string People() => pages.Of("/Access/People/Index");

    public string People(AccountListQuery query) => pages.Of("/Access/People/Index", new
    {
        q = query.Text,
        role = query.Role,
        school = query.School,
        state = query.State,
        after = query.After,
        before = query.Before,
    });

    public string Account(string id, string? done = null) => pages.Of("/Access/People/Details", new { id, done });

    public string NewAccount() => pages.Of("/Access/People/New");

    public string Identity(string id) => pages.Of("/Access/People/Identity", new { id });

    public string Change(string id, AccountChange change) => pages.Of("/Access/People/Change", new { id, change = change.Slug() });

    public string GiveRole(string id, string? role = null, string? school = null) => pages.Of("/Access/People/GiveRole", new { id, role, school });

    public string TakeRole(string id, string roleId) => pages.Of("/Access/People/TakeRole", new { id, roleId });

    public string TeacherAccounts(string? school = null) => pages.Of("/Access/People/TeacherAccounts", new { school });

    public string Me() => pages.Of("/Access/Me");
}
