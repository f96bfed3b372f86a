using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

/// <summary>Who can be named as a reviewer from another school. Rules P5, P15.</summary>
internal static class ReviewerCandidateType
{
    /// <param name="title">The enum of teachers' titles.</param>
    public static ObjectType Of(EnumType title)
    {
        var text = new NonNullType(BuiltInScalars.String);
        var candidate = new ObjectType("ResearchReviewerCandidate") { Description = "A teacher of another school who can be named as a reviewer, or why not. Rules P5, P15." };
        candidate.Add(JsonField.Of("id", new NonNullType(BuiltInScalars.Id), "The teacher's id, for assignResearchReviewers."));
        candidate.Add(JsonField.Of("name", text, "The teacher's name."));
        candidate.Add(JsonField.Of("school", text, "The name of the teacher's school."));
        candidate.Add(JsonField.Of("title", title, "The title on the day."));
        candidate.Add(JsonField.Of("why", new NonNullType(new ListType(text)), "The codes of the rules by which the teacher can't be named; empty: can be."));
        return candidate;
    }
}
