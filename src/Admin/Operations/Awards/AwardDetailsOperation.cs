using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

public sealed record AwardVariables(string Id);

public sealed record AwardDetailsData(AwardDetails? Award) : FramedData;

public sealed record AwardDetails(
    string Id, string Title, string Name, AwardKind Kind, AwardLevel Level, AwardGrade Grade, AwardSource Source, string? Number, string Issuer, DateOnly GrantedOn, string? GrantedBy,
    DateOnly? RevokedOn, string? RevocationReason, NamedRow? School, NamedRow? Teacher, AwardedClass? Class, TitledRow? Paper, NominationOfAward? Nomination,
    Connection<PointEntry> RewardPointEntries)
{
    /// <summary>Who approves the grants of its selection may revoke it, once it is granted (AwardSteps.Revoke).</summary>
    public bool MayBeRevoked => RevokedOn is null && Nomination?.Round is { ViewerIsGrantingBody: true, State: AwardRoundState.Notice or AwardRoundState.Closed };
}

public sealed record AwardedClass(string Name, NameOnly? SchoolYear);

public sealed record NominationOfAward(string Id, string Statement, string NominatedBy, RoundOfAward? Round);

public sealed record RoundOfAward(
    string Id, int Version, string Name, AwardRoundState State, bool ViewerIsGrantingBody, DateOnly? NoticeStartsOn, DateOnly? NoticeEndsOn);

/// <summary>An entry of the ledger that an award gave, with what was taken back.</summary>
public sealed record PointEntry(string Id, decimal Points, DateOnly EnteredOn, NamedRow? Teacher, Connection<CounterEntry> Corrections);

public sealed record CounterEntry(string Id, decimal Points, DateOnly EnteredOn);
