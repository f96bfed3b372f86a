using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>The addresses of selections and nominations: the one place that knows how they are written.</summary>
public sealed class RoundLinks(PageAddresses pages)
{
    public string Rounds() => pages.Of("/Awards/Rounds/Index");

    public string Rounds(RoundListQuery query) => pages.Of("/Awards/Rounds/Index", new
    {
        kind = query.Kind?.ToCode(),
        level = query.Level?.ToCode(),
        state = query.State?.ToCode(),
        year = query.Year?.Iso(),
        after = query.After,
        before = query.Before,
    });

    public string Plan() => pages.Of("/Awards/Rounds/Plan");

    /// <summary>A selection's page; <paramref name="done"/> is the step that was just taken.</summary>
    public string Round(string id, string? done = null) => pages.Of("/Awards/Rounds/Details", new { id, done });

    public string Nominate(string id) => pages.Of("/Awards/Rounds/Nominate", new { id });

    public string Nomination(string id, string? done = null) => pages.Of("/Awards/Rounds/Nomination", new { id, done });

    /// <summary>The form of a step, of a row where it is about one; who is looked for by name stands in it.</summary>
    public string Step(string id, string step, string? row = null) => pages.Of("/Awards/Rounds/Step", new { id, step, row });
}
