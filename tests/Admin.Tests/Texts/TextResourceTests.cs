using System.Text.RegularExpressions;
using System.Xml.Linq;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Import;
using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Operations.Organisation;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Access.Clients;
using HomeroomGraph.Admin.Pages.Archive.Audit;
using HomeroomGraph.Admin.Pages.Awards.Rounds;
using HomeroomGraph.Admin.Pages.Research.Projects;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Tests.Texts;

/// <summary>Every text in both languages, none missing, none left over.</summary>
public sealed partial class TextResourceTests
{
    public static TheoryData<string> Areas => ["AccessTexts", "ArchiveTexts", "AwardTexts", "ImportTexts", "InboxTexts", "OrganisationTexts", "PaperTexts", "ResearchTexts", "SharedTexts"];

    [Theory, MemberData(nameof(Areas))]
    public void Both_languages_have_the_same_texts(string area)
    {
        var english = Read(area, "");
        var chinese = Read(area, ".zh-CN");
        Assert.Equal(english.Keys, chinese.Keys);
        Assert.All(english.Keys, key => Assert.Equal(Places(english[key]), Places(chinese[key])));
    }

    [Theory, MemberData(nameof(Areas))]
    public void Each_language_is_written_in_itself(string area)
    {
        Assert.All(Read(area, "").Where(text => text.Key != "Schools.SearchHint"), text => Assert.DoesNotMatch(HanLetter(), text.Value));
        Assert.All(
            Read(area, ".zh-CN").Where(text => WithoutPlaces(text.Value).Any(char.IsLetter)),
            text => Assert.Matches(HanLetter(), text.Value));
    }

    [Theory, MemberData(nameof(Areas))]
    public void Texts_are_used_and_used_texts_exist(string area)
    {
        var keys = Read(area, "").Keys.ToHashSet();
        var sources = Sources();
        var used = UsedKey().Matches(sources).Select(match => match.Groups[1].Value).ToHashSet();
        var families = UsedFamily().Matches(sources).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(keys, key => Assert.True(
            used.Contains(OfOne().Replace(key, "")) || families.Any(family => key.StartsWith(family, StringComparison.Ordinal)), $"{key} is not used."));

        var everywhere = Areas.SelectMany(row => Read(row.Data, "").Keys).ToHashSet();
        Assert.All(UsedInIndexer().Matches(sources), match => Assert.Contains(match.Groups[1].Value, everywhere));
    }

    [Fact]
    public void Every_value_of_the_contracts_enums_has_its_text()
    {
        var keys = Read("OrganisationTexts", "").Keys.ToHashSet();
        AssertFamily<SchoolStage>(keys, "Stage");
        AssertFamily<SchoolStatus>(keys, "SchoolStatus");
        AssertFamily<Gender>(keys, "Gender");
        AssertFamily<TeacherStatus>(keys, "TeacherStatus");
        AssertFamily<TeacherTitle>(keys, "Title");
        AssertFamily<AppointmentKind>(keys, "Kind");
        AssertFamily<AppointmentEndReason>(keys, "EndReason");
        var research = Read("ResearchTexts", "").Keys.ToHashSet();
        AssertFamily<ProjectLevel>(research, "Level");
        AssertFamily<ProjectState>(research, "State");
        AssertFamily<ProjectState>(research, "Step");
        AssertFamily<ProjectTheme>(research, "Theme");
        AssertFamily<ProjectPhase>(research, "Phase");
        AssertFamily<ResearchMemberRole>(research, "MemberRole");
        AssertFamily<ReviewOutcome>(research, "Outcome");
        AssertFamily<ApprovalDecision>(research, "Decision");
        AssertFamily<MilestoneKind>(research, "Milestone");
        AssertFamily<ClosingGrade>(research, "ClosingGrade");
        AssertFamily<RequestDecision>(research, "RequestDecision");
        AssertFamily<ResearchChangeKind>(research, "Change");
        AssertFamily<PortfolioCategory>(research, "Category");
        AssertFamily<DeskItemKind>(research, "DeskKind");
        Assert.All(StepForms.All, form => Assert.All(new[] { "StepTitle", "StepHint", "StepDone" }, family => Assert.Contains($"{family}.{form.Slug}", research)));
        Assert.All(StepForms.All.SelectMany(form => form.Fields), field => Assert.Contains($"StepField.{field.Name}", research));
        var papers = Read("PaperTexts", "").Keys.ToHashSet();
        AssertFamily<PaperKind>(papers, "Kind");
        AssertFamily<PaperKind>(papers, "Collection");
        Assert.All(ExportFormats.OfPapers, format => Assert.Contains($"Export.{format}", Read("SharedTexts", "").Keys));
        var awards = Read("AwardTexts", "").Keys.ToHashSet();
        AssertFamily<AwardKind>(awards, "Kind");
        AssertFamily<AwardLevel>(awards, "Level");
        AssertFamily<AwardGrade>(awards, "Grade");
        AssertFamily<AwardSource>(awards, "Source");
        AssertFamily<AwardRoundState>(awards, "RoundState");
        AssertFamily<AwardNominationState>(awards, "NominationState");
        AssertFamily<AwardVoteValue>(awards, "Vote");
        AssertFamily<AwardObjectionState>(awards, "Objection");
        AssertFamily<AwardCommitteePost>(awards, "Post");
        Assert.All(RoundForms.All, form => Assert.All(new[] { "RoundTitle", "RoundHint", "RoundDone" }, family => Assert.Contains($"{family}.{form.Slug}", awards)));
        Assert.All(RoundForms.All.SelectMany(form => form.Fields), field => Assert.Contains($"RoundField.{field.Name}", awards));
        var inbox = Read("InboxTexts", "").Keys.ToHashSet();
        AssertFamily<NotificationKind>(inbox, "NoticeKind");
        AssertFamily<NotificationKind>(inbox, "NoticeHint");
        AssertFamily<WebhookFormat>(inbox, "WebhookFormat");
        AssertFamily<AccountState>(Read("AccessTexts", "").Keys.ToHashSet(), "AccountState");
        Assert.All(ClientScopes.All, scope => Assert.Contains($"Scope.{scope}", Read("AccessTexts", "").Keys));
        AssertFamily<ImportState>(Read("ImportTexts", "").Keys.ToHashSet(), "ImportState");
        AssertFamily<ImportSeverity>(Read("ImportTexts", "").Keys.ToHashSet(), "Severity");
        AssertFamily<AuditOperation>(Read("ArchiveTexts", "").Keys.ToHashSet(), "Operation");
        Assert.All(Enumerable.Range(1, 12), grade => Assert.Contains($"Grade.{grade}", Read("SharedTexts", "").Keys));
        Assert.Equal(["zh-CN", "en"], Languages.All);
    }

    [Fact]
    public void Every_table_of_the_audit_trails_filter_has_its_name()
    {
        var keys = Read("ArchiveTexts", "").Keys.ToHashSet();
        Assert.All(AuditTables.ByArea, area => Assert.Contains($"Area.{area.Area}", keys));
        Assert.All(AuditTables.ByArea.SelectMany(area => area.Tables), table => Assert.Contains($"Table.{table.Split('.')[1]}", keys));
    }

    private static void AssertFamily<T>(HashSet<string> keys, string family) where T : struct, Enum =>
        Assert.All(Enum.GetValues<T>(), value => Assert.Contains($"{family}.{value.ToCode()}", keys));

    private static SortedDictionary<string, string> Read(string area, string suffix) => new(
        XDocument.Load(Path.Combine(SourceTree.Admin, "Texts", area + suffix + ".resx")).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => data.Element("value")!.Value),
        StringComparer.Ordinal);

    private static string Sources() => string.Join('\n', SourceTree.AdminFiles(".cs", ".cshtml").Select(File.ReadAllText));

    private static string Places(string text) => string.Concat(Place().Matches(text).Select(match => match.Value).Order());

    private static string WithoutPlaces(string text) => Place().Replace(text, "");

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HanLetter();

    // Any whole string that is a key; and the beginning of one that is put together, such as $"Stage.{code}".
    [GeneratedRegex("\"([A-Za-z][A-Za-z0-9._]*)\"")]
    private static partial Regex UsedKey();

    [GeneratedRegex("\\$\"([A-Za-z]+\\.)\\{")]
    private static partial Regex UsedFamily();

    [GeneratedRegex("\\.One$")]
    private static partial Regex OfOne();

    [GeneratedRegex("\\b(?:T|Shared|texts)\\[\"([^\"{]+)\"")]
    private static partial Regex UsedInIndexer();
}
