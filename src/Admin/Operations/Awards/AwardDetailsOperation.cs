using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

public sealed record AwardVariables(string Id);

public sealed record AwardDetailsData(RolesOfViewer? Viewer, AwardDetails? Award) : FramedData;

public sealed record AwardDetails(
    string Id, string Title, string Name, AwardKind Kind, AwardLevel Level, AwardGrade Grade, AwardSource Source, string? Number, string Issuer, DateOnly GrantedOn, string? GrantedBy,
    string? RecordedBy, DateOnly? RevokedOn, string? RevocationReason, NamedRow? School, NamedRow? Teacher, AwardedClass? Class, TitledRow? Paper, NominationOfAward? Nomination,
    Connection<PointEntry> RewardPointEntries)
{
    /// <summary>Granted here and not revoked: its certificate is printed.</summary>
    public bool HasCertificate => Source == AwardSource.Granted && RevokedOn is null;

    /// <summary>Who approves the grants of its selection may revoke it, once it is granted (AwardSteps.Revoke); one of another body, who records such.</summary>
    public bool MayBeRevokedBy(RolesOfViewer? viewer) => RevokedOn is null && (Source == AwardSource.Granted
        ? Nomination?.Round is { ViewerIsGrantingBody: true, State: AwardRoundState.Notice or AwardRoundState.Closed }
        : viewer?.Roles.Any(role => role.School is { } at && at.Id == School?.Id && RecordingOffices.Record(role.Role, Kind)) == true);
}

public sealed record AwardedClass(string Name, NameOnly? SchoolYear);

public sealed record NominationOfAward(string Id, string Statement, string NominatedBy, RoundOfAward? Round);

public sealed record RoundOfAward(
    string Id, int Version, string Name, AwardRoundState State, bool ViewerIsGrantingBody, DateOnly? NoticeStartsOn, DateOnly? NoticeEndsOn);

/// <summary>An entry of the ledger that an award gave, with what was taken back.</summary>
public sealed record PointEntry(string Id, decimal Points, DateOnly EnteredOn, NamedRow? Teacher, Connection<CounterEntry> Corrections);

public sealed record CounterEntry(string Id, decimal Points, DateOnly EnteredOn);
