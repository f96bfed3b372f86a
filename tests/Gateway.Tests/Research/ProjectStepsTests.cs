using System.Text.RegularExpressions;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>The steps are declared once: the database, the schema and the refusals say the same (rules O2, P11).</summary>
public sealed partial class ProjectStepsTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    /// <summary>Names of area P that no use case can come upon: what the program gives itself (numbers, versions), and what other names say first.</summary>
    private static readonly HashSet<string> OnlyByFault =
    [
        "p1_a_theme_is_tagged_once", "p2_one_leader_a_project", "p4_one_draft_a_project", "p6_one_application_a_version", "p6_an_outcome_is_of_a_submitted_version", "p6_one_opinion_a_position",
        "p6_an_answer_has_its_time", "p7_a_decision_comes_first", "p8_one_stage_a_position", "p10_grants_count_from_one", "p10_each_grant_counts", "p10_a_decision_is_whole", "p11_one_step_a_number",
        "p11_a_project_begins_as_a_draft", "p11_no_state_without_a_step", "p11_a_milestone_comes_first", "p11_a_decision_is_whole", "p12_one_target_a_school_year_and_level", "p14_a_decision_is_whole",
    ];

    [Fact]
    [Trait("Rule", "P11")]
    public async Task The_declared_steps_lead_where_the_database_lets_them()
    {
        var allowed = await test.Database.Owner.ScalarAsync<string>("select pg_get_constraintdef(oid) from pg_constraint where conname = 'p11_no_step_is_skipped'");
        var inDatabase = Pair().Matches(allowed).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").Order();
        var declared = ProjectSteps.All.SelectMany(step => step.From.SelectMany(from => step.To.Where(to => to != from).Select(to => $"{EnumText<ProjectState>.Of(from)} {EnumText<ProjectState>.Of(to)}"))).Distinct().Order();
        Assert.Equal(inDatabase, declared);
    }

    [Fact]
    [Trait("Rule", "O2")]
    public void Each_mutation_of_a_project_takes_a_declared_step()
    {
        var schema = HomeroomSchema.Build().Schema;
        var declared = ProjectSteps.All.SelectMany(step => step.Mutations).Append("draftResearchProject").Append("setResearchTarget").Distinct().Order().ToList();
        var ofProjects = schema.Mutation!.Fields.Values.Where(field => field.Type.Named is GraphQL.Types.ObjectType payload && payload.Fields.Values.Any(f => f.Name == "researchProject" || f.Name == "target")).Select(field => field.Name);
        Assert.Equal(declared, ofProjects.Order());
        Assert.Equal(ProjectSteps.All.Count, ProjectSteps.All.Select(step => step.Name).Distinct().Count());
    }

    [Fact]
    public void Each_rule_that_a_step_needs_has_its_words()
    {
        foreach (var need in ProjectSteps.All.SelectMany(step => step.Needs))
            Assert.Equal(need.ToUpperInvariant(), RuleTable.Of(need).Code);
        Assert.All(RuleTable.All, rule => Assert.True(Han().IsMatch(rule.Chinese) && !Han().IsMatch(rule.English), rule.Constraint));
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task What_the_database_refuses_by_a_rule_of_projects_is_told_by_it()
    {
        var names = await test.Database.Owner.ColumnAsync<string>(
            """
            select conname::text from pg_constraint where connamespace = 'homeroom'::regnamespace and conrelid::regclass::text like 'homeroom.research\_%' and conname ~ '^p\d+_'
            union
            select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indisunique and i.indrelid::regclass::text like 'homeroom.research\_%' and c.relname ~ '^p\d+_'
            union
            select m[1] from pg_proc p, regexp_matches(p.prosrc, '''(p\d+_[a-z_]+)''', 'g') m
            where p.pronamespace = 'homeroom'::regnamespace and m[1] not in (select key from homeroom.policy_kind) and m[1] not like 'p9\_'
            """);
        Assert.InRange(names.Count, 60, 200);
        var known = RuleTable.All.Select(rule => rule.Constraint).ToHashSet();
        Assert.DoesNotContain(names, name => !known.Contains(name) && !OnlyByFault.Contains(name));
        Assert.DoesNotContain(OnlyByFault, name => !names.Contains(name) || known.Contains(name));
    }

    [GeneratedRegex(@"from_state = '([a-z_]+)'::text\) AND \(to_state = '([a-z_]+)'::text")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
