using System.Text.Json;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Papers;
using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Papers;

/// <summary>Writes what is said of a paper into its columns (rule R1); what is wrong is collected, so that all of it is told at once.</summary>
internal sealed partial class PaperText(Paper paper, List<Refusal> refusals)
{
    private const int LongestTitle = 500, LongestVenue = 500, LongestPart = 200, LongestAbstract = 20_000, LongestExtra = 20_000;

    public void Write(PaperFields said)
    {
        if (said.Title is { } title) paper.Title = Title(title) ?? paper.Title;
        paper.Kind = said.Kind ?? paper.Kind;
        paper.Language = Formed(said.Language, "language", PaperRules.LanguageIsATag, text => LanguageTag().IsMatch(text) ? text : null) ?? paper.Language;
        paper.CslType = Formed(said.CslType, "cslType", PaperRules.CslTypeIsAWord, text => CslWord().IsMatch(text) ? text : null) ?? paper.CslType;
        if (said.Venue is { } venue) paper.Venue = Text(venue.Value, "venue", LongestVenue);
        if (said.Volume is { } volume) paper.Volume = Text(volume.Value, "volume", LongestPart);
        if (said.Issue is { } issue) paper.Issue = Text(issue.Value, "issue", LongestPart);
        if (said.Pages is { } pages) paper.Pages = Text(pages.Value, "pages", LongestPart);
        if (said.Abstract is { } words) paper.Abstract = Text(words.Value, "abstract", LongestAbstract);
        if (said.Issn is { } issn) paper.Issn = Formed(issn.Value, "issn", PaperRules.IssnIsWellFormed, PaperIdentifiers.Issn);
        if (said.Cn is { } cn) paper.Cn = Formed(cn.Value, "cn", PaperRules.CnIsWellFormed, PaperIdentifiers.Cn);
        if (said.Doi is { } doi) paper.Doi = Formed(doi.Value, "doi", PaperRules.DoiIsWellFormed, PaperIdentifiers.Doi);
        if (said.Extra is { } extra) paper.Extra = Extra(extra.Value);
        Date(said);
    }

    private string? Title(string title)
    {
        var text = Text(title, "title", LongestTitle);
        if (text is null && string.IsNullOrWhiteSpace(title)) refusals.Add(PaperRules.TitleHasLetters.Refuse(null, "input", "title"));
        return text;
    }

    /// <summary>The date is the first day of what is known.</summary>
    private void Date(PaperFields said)
    {
        paper.PublishedPrecision = said.Precision ?? paper.PublishedPrecision;
        var day = said.PublishedOn ?? paper.PublishedOn;
        paper.PublishedOn = paper.PublishedPrecision switch
        {
            DatePrecision.Year => new DateOnly(day.Year, 1, 1),
            DatePrecision.Month => new DateOnly(day.Year, day.Month, 1),
            _ => day,
        };
    }

    private string? Text(string? text, string field, int longest)
    {
        try
        {
            return InputText.Optional(text, field, longest);
        }
        catch (RefusedException refused)
        {
            refusals.AddRange(refused.Refusals);
            return null;
        }
    }

    private string? Formed(string? text, string field, Rule rule, Func<string, string?> plain)
    {
        if (Text(text, field, LongestVenue) is not { } said) return null;
        var formed = plain(said);
        if (formed is null) refusals.Add(rule.Refuse(null, "input", field));
        return formed;
    }

    private JsonElement? Extra(string? text)
    {
        if (Text(text, "extra", LongestExtra) is not { } json) return null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            // PostgreSQL's jsonb has no room for the character U+0000.
            if (document.RootElement.ValueKind == JsonValueKind.Object && !json.Contains("\\u0000", StringComparison.Ordinal)) return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // It is refused below.
        }
        refusals.Add(PaperRules.ExtraIsAnObject.Refuse(null, "input", "extra"));
        return null;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[a-z][a-z_-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CslWord();
}
