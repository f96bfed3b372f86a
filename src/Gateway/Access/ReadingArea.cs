using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.Gateway.Access;

/// <summary>An area of the domain whose records are read by the same roles and the same scope, over whole districts or whole schools.</summary>
/// <param name="Districts">Districts whose records of the area are read whole.</param>
/// <param name="Schools">Schools whose records of the area are read whole.</param>
internal sealed record ReadingArea(Claim Districts, Claim Schools)
{
    /// <summary>The area whose claims begin with that name.</summary>
    public static ReadingArea Named(string name) => new(new Claim(name + "Districts", SqlTypes.Integer), new Claim(name + "Schools", SqlTypes.Bigint));
}
