using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>What a pasted text was read as, and the paper that it may be a duplicate of (rule R1).</summary>
public sealed record ReadDraft(ReferenceReading Reading, RecordKey? Duplicate);

/// <summary>Reads a pasted reference, and looks whether the paper is recorded already, for who records papers: in the districts where the caller does.</summary>
public sealed class ReadReference(PaperWrites papers)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="text">As it was pasted.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ReadDraft> RunAsync(Caller caller, string text, CancellationToken cancellation)
    {
        var reading = ReferenceText.Read(text);
        if (reading.Draft is not { } draft || (draft.Doi is null && (draft.Title is null || draft.Authors.Count == 0))) return new(reading, null);
        foreach (var district in DistrictsOf(caller))
        {
            var compared = ComparedBy.Of(district, draft.Doi, draft.Title, draft.Authors.Count > 0 ? draft.Authors[0].Name : null);
            if (await papers.FindLikeAsync(compared, byDoi: true, cancellation) is { } duplicate) return new(reading, duplicate);
        }
        return new(reading, null);
    }

    private static IEnumerable<int> DistrictsOf(Caller caller) => caller.Account.Roles
        .Where(role => role.Role is AccessRole.Teacher or AccessRole.ResearchOffice or AccessRole.DistrictResearchOfficer).Select(role => role.DistrictId).Distinct();
}
