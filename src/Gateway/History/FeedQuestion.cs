using HomeroomGraph.Data.History;
using HomeroomGraph.GraphQL;

namespace HomeroomGraph.Gateway.History;

/// <summary>What somebody follows: some types, as far as the reach goes now.</summary>
/// <param name="TypesAsked">The types as they were asked for, in one order; <c>*</c> where none is named.</param>
/// <param name="Reach">The rows; a type that the viewer does not read has none.</param>
internal sealed record FeedQuestion(string TypesAsked, IReadOnlyList<FollowedReach> Reach)
{
    /// <summary>The question of a viewer.</summary>
    /// <param name="types">Names of types; null: all that the viewer reads.</param>
    /// <exception cref="FeedException">The viewer reads nothing of a type that is named, or nothing at all, or sees rows as a person.</exception>
    public static FeedQuestion Of(IViewer viewer, IReadOnlyCollection<string>? types)
    {
        if (FollowedTypes.SeesAsAPerson(viewer))
            throw FeedException.Forbidden("The feed is for machine clients and for accounts that read by district or school. This account sees records for what they say of the "
                + "person, such as own papers and projects, which the feed can't follow: use the subscriptions.");
        var asked = FollowedTypes.All.Where(type => types?.Contains(type.Name) != false).Select(type => (Type: type, Rows: type.Of(viewer).ToList())).ToList();
        if (types is not null && asked.Find(type => type.Rows.Count == 0).Type is { } unread)
            throw FeedException.Forbidden($"This account reads nothing of the type {unread.Name}; a machine client needs the scope {unread.Scope}.");
        var reach = asked.SelectMany(type => type.Rows).ToList();
        if (reach.Count == 0)
            throw FeedException.Forbidden("This account reads nothing that can be followed.");
        return new(types is null ? "*" : string.Join(',', asked.Select(type => type.Type.Name)), reach);
    }
}
