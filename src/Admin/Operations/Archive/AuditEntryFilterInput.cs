namespace HomeroomGraph.Admin.Operations.Archive;

/// <summary>The parts of the contract's <c>AuditEntryFilterInput</c> the audit trail uses; what is null is left out.</summary>
public sealed record AuditEntryFilterInput
{
    public TimeFilterInput? At { get; init; }
    public EqualsInput<string>? Record { get; init; }
    public EqualsInput<string>? TableName { get; init; }
    public EqualsInput<string>? RowId { get; init; }
    public EqualsInput<AuditOperation>? Operation { get; init; }
    public EqualsInput<string>? Actor { get; init; }
    public EqualsInput<string>? ActorName { get; init; }
    public IReadOnlyList<AuditEntryFilterInput>? Or { get; init; }
}
