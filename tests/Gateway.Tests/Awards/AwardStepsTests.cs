using System.Text.RegularExpressions;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>The steps are declared once: the database, the schema and the refusals say the same (rule W3).</summary>
public sealed partial class AwardStepsTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    /// <summary>Names of area W that no use case can come upon: what the program gives itself, and what other names say first.</summary>
    private static readonly HashSet<string> OnlyByFault =
    [
        "w1_a_recorded_award_has_its_number", "w1_an_award_is_a_teachers_or_a_classs", "w1_who_records_an_award_says_when", "w2_one_condition_a_place", "w3_a_decision_has_its_day", "w3_a_grant_comes_from_a_nomination_and_has_a_number",
        "w3_a_grant_is_an_award", "w3_a_grant_is_the_nominations", "w3_a_handled_objection_has_day_person_and_finding", "w3_a_revocation_has_day_and_reason",
        "w3_a_round_stays_with_its_school", "w3_no_notice_without_days", "w3_no_state_without_a_step", "w3_notice_has_both_days", "w3_one_vote_a_member",
        "w4_an_award_is_entered_by_its_rule",
    ];

    [Theory]
    [Trait("Rule", "W3")]
    [InlineData("w3_no_step_of_a_round_is_skipped", false)]
    [InlineData("w3_no_step_of_a_nomination_is_skipped", true)]
    public async Task The_declared_steps_lead_where_the_database_lets_them(string constraint, bool ofNomination)
    {
        var allowed = await test.Database.Owner.ScalarAsync<string>("select pg_get_constraintdef(oid) from pg_constraint where conname = $1", constraint);
        var inDatabase = Pair().Matches(allowed).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").Order();
        var declared = AwardSteps.All.SelectMany(step => ofNomination ? Pairs(step.Nomination, step.NominationTo) : Pairs(step.While, step.To)).Distinct().Order();
        Assert.Equal(inDatabase, declared);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public void Each_mutation_of_a_selection_takes_a_declared_step()
    {
        var declared = AwardSteps.All.SelectMany(step => step.Mutations).Append("planAwardRound").Order().ToList();
        var ofRounds = HomeroomSchema.Build().Schema.Mutation!.Fields.Values
            .Where(field => field.Type.Named is ObjectType payload && payload.Fields.Values.Any(f => f.Name == "awardRound")).Select(field => field.Name);
        Assert.Equal(declared, ofRounds.Order());
        Assert.Equal(AwardSteps.All.Count, AwardSteps.All.Select(step => step.Name).Distinct().Count());
        foreach (var need in AwardSteps.All.SelectMany(step => step.Needs))
            Assert.Equal(need.ToUpperInvariant(), RuleTable.Of(need).Code);
    }

    [Fact]
    [Trait("Rule", "W3")]
    public async Task What_the_database_refuses_by_a_rule_of_awards_is_told_by_it()
    {
        var names = await test.Database.Owner.ColumnAsync<string>(
            """
            select conname::text from pg_constraint where connamespace = 'homeroom'::regnamespace and contype <> 't' and conrelid::regclass::text ~ '^homeroom.(award|reward)' and conname ~ '^w\d_'
            union
            select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indisunique and i.indrelid::regclass::text ~ '^homeroom.(award|reward)' and c.relname ~ '^w\d_'
            union
            select m[1] from pg_proc p, regexp_matches(p.prosrc, '''(w\d_[a-z_]+)''', 'g') m
            where p.pronamespace = 'homeroom'::regnamespace and m[1] not in (select key from homeroom.policy_kind)
            """);
        Assert.InRange(names.Count, 40, 120);
        var known = RuleTable.All.Select(rule => rule.Constraint).ToHashSet();
        Assert.DoesNotContain(names, name => !known.Contains(name) && !OnlyByFault.Contains(name));
        Assert.DoesNotContain(OnlyByFault, name => !names.Contains(name) || known.Contains(name));
    }

    /// <summary>Every condition that the database asks has its words, and no others have.</summary>
    [Fact]
    [Trait("Rule", "W2")]
    public async Task The_conditions_of_eligibility_have_their_words()
    {
        var asked = await test.Database.Owner.ColumnAsync<string>(
            "select m[1] from pg_proc p, regexp_matches(p.prosrc, 'select \\d+(?: as place)?, ''[A-Z]\\d+''(?: as rule)?, ''([a-z_]+)''', 'g') m where p.proname = 'award_eligibility'");
        Assert.Equal(EligibilityConditions.Codes.Order(), asked.Order());
    }

    private static IEnumerable<string> Pairs<TState>(TState[] from, TState[] to) where TState : struct, Enum =>
        from.SelectMany(one => to.Where(other => !other.Equals(one)).Select(other => $"{EnumText<TState>.Of(one)} {EnumText<TState>.Of(other)}"));

    [GeneratedRegex(@"from_state = '([a-z_]+)'::text\) AND \(to_state = '([a-z_]+)'::text")]
    private static partial Regex Pair();
}
