using System.Runtime.CompilerServices;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>What of a viewer plans depend on: which claims are held, which with a single value, and which have the same values. Claims with the same
/// values are one parameter, so that what several claims give alike becomes one condition. Viewers of one profile share their plans.</summary>
internal sealed class ViewerProfile
{
    // A viewer is remembered and never changes, so this is made once for each.
    private static readonly ConditionalWeakTable<IViewer, ViewerProfile> Known = [];

    private readonly Dictionary<Claim, Claim> _sameAs = [];

    private ViewerProfile(IViewer viewer, IEnumerable<Claim> claims)
    {
        var key = new System.Text.StringBuilder();
        foreach (var claim in claims)
        {
            if (viewer.ValueOf(claim) is not { Length: > 0 } values) continue;
            var first = _sameAs.Values.FirstOrDefault(other => other.Type == claim.Type && AreEqual(viewer.ValueOf(other)!, values)) ?? claim;
            _sameAs[claim] = first;
            key.Append(claim.Name).Append(values.Length == 1 ? "=1" : "=n");
            if (first != claim) key.Append('=').Append(first.Name);
            key.Append(',');
        }
        Key = key.ToString();
    }

    /// <summary>The part of a plan's key.</summary>
    public string Key { get; }

    public static ViewerProfile Of(IViewer viewer, IReadOnlyList<Claim> claims) =>
        Known.TryGetValue(viewer, out var known) ? known : Known.GetValue(viewer, _ => new ViewerProfile(viewer, claims));

    /// <summary>The claim by which the values of this one are bound.</summary>
    public Claim Bound(Claim claim) => _sameAs.GetValueOrDefault(claim, claim);

    private static bool AreEqual(Array x, Array y) => x.Cast<object>().SequenceEqual(y.Cast<object>());
}
