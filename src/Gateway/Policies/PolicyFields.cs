using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Policies;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Policies;

/// <summary>What is in force for a school, or for a district's schools without a policy of their own, on a day. The values are the
/// database's <c>policy_figure</c> and <c>policy_choice</c>, which every rule asks.</summary>
internal static class PolicyFields
{
    private static readonly SqlFragment WholeDistrict = SqlFragment.Of($"null::bigint");

    public static void OfSchool(TableTypeDescriptor<School> type)
    {
        type.ToMany<Policy>("effectivePolicies", "The policies in force on a day: the school's own, and the district's where the school has none. "
                + "What neither decided has the default of its kind.",
            (school, policy, arguments) => Predicate.And(
                policy.Is(school, (p => p.DistrictId, s => s.DistrictId)),
                InForce(policy, arguments),
                Predicate.Or(
                    policy.Is(school, (p => p.SchoolId, s => s.SchoolId)),
                    Predicate.And(
                        Predicate.Of($"{policy[p => p.SchoolId]} is null"),
                        Predicate.Not(policy.Some<PolicyKind>(p => p.Kind, kind => kind.Some<Policy>(k => k.Policies, own => Predicate.And(
                            own.Is(school, (o => o.DistrictId, s => s.DistrictId), (o => o.SchoolId, s => s.SchoolId)),
                            InForce(own, arguments)))))))))
            .Argument("on", DateScalar.Instance, Day);
        Values(type, school => SqlFragment.Of($"{school[s => s.DistrictId]}, {school[s => s.SchoolId]}"));
    }

    public static void OfDistrict(TableTypeDescriptor<District> type)
    {
        type.ToMany<Policy>("effectivePolicies", "The policies in force on a day for the district's schools that have none of their own. "
                + "What the district did not decide has the default of its kind.",
            (district, policy, arguments) => Predicate.And(
                policy.Is(district, (p => p.DistrictId, d => d.DistrictId)),
                Predicate.Of($"{policy[p => p.SchoolId]} is null"),
                InForce(policy, arguments)))
            .Argument("on", DateScalar.Instance, Day);
        Values(type, district => SqlFragment.Of($"{district[d => d.DistrictId]}, {WholeDistrict}"));
    }

    private const string Day = "The day; today where it is left out.";

    private static void Values<T>(TableTypeDescriptor<T> type, Func<TableRow<T>, SqlFragment> where)
    {
        type.Computed("policyFigure", "The figure in force on a day; null where no policy has that key, or it is a choice.", SqlTypes.Decimal,
                (row, arguments) => SqlFragment.Of(
                    $"""
                    (select homeroom.policy_figure({where(row)}, k.key, {arguments.DateOrToday("on")})
                     from homeroom.policy_kind k where k.key = {Key(arguments)} and k.value_kind = 'figure')
                    """), isNullable: true)
            .Argument("key", KeyType, KeyDescription).Argument("on", DateScalar.Instance, Day);
        type.Computed("policyChoice", "The choice in force on a day; null where no policy has that key, or it is a figure.", SqlTypes.Text,
                (row, arguments) => SqlFragment.Of(
                    $"""
                    (select homeroom.policy_choice({where(row)}, k.key, {arguments.DateOrToday("on")})
                     from homeroom.policy_kind k where k.key = {Key(arguments)} and k.value_kind = 'choice')
                    """), isNullable: true)
            .Argument("key", KeyType, KeyDescription).Argument("on", DateScalar.Instance, Day);
    }

    private const string KeyDescription = "The key, as policyKinds has it.";

    private static readonly NonNullType KeyType = new(BuiltInScalars.String);

    private static SqlFragment Key(FieldArguments arguments) => arguments.Find("key", SqlTypes.Text)!;

    private static Predicate InForce(TableRow<Policy> policy, FieldArguments arguments) =>
        policy.Contains(p => p.StartsOn, p => p.EndsOn, arguments.DateOrToday("on"));
}
