using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Contract;

/// <summary>The contract of the code, proposed to take the place of the last one: refused with the reasons, or with the files as they
/// are to be. Proposing the same again comes to the same.</summary>
internal sealed class ContractProposal
{
    private readonly ContractFiles files;
    private readonly string schema;
    private readonly string? changelog;

    private ContractProposal(ContractFiles files, string schema, string? changelog, string text)
    {
        (this.files, this.schema, this.changelog) = (files, schema, changelog);
        Text = text.TrimEnd('\n') + "\n";
    }

    /// <summary>What there is to tell: the reasons, or what changes.</summary>
    public string Text { get; }

    public bool IsRefused => changelog is null;

    /// <summary>Holds the code's schema against the last contract.</summary>
    /// <param name="day">The business day of the new contract.</param>
    /// <param name="reason">Why it may break clients without a deprecation; null: it may not.</param>
    public static ContractProposal Make(ContractFiles files, KeptContract last, Schema next, DateOnly day, string? reason)
    {
        string schema = SchemaPrinter.Print(next);
        var faults = NoticeRule.Faults(next);
        if (faults.Count > 0) return Refused(Refusals.Faults(faults));
        if (last is { Schema: null, Changelog: null })
            return Accepted(Changelog.Add(null, ChangelogEntry.OfFirst(schema, day)), "The first contract.");
        if (last is not { Schema: { } lastSchema, Changelog: { } lastChangelog } || !Changelog.IsOf(lastChangelog, lastSchema))
            return Refused(Refusals.ChangedWithoutTool);
        if (lastSchema == schema) return Accepted(lastChangelog, "The contract is as it was.");

        var review = ContractReview.Of(SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(lastSchema), ParserLimits.Trusted)), next, day);
        if (review.Refusals.Count > 0 && reason is null) return Refused(Refusals.Breaking(review.Refusals));
        string entry = ChangelogEntry.Of(review, schema, day, reason);
        return Accepted(Changelog.Add(lastChangelog, entry), entry);

        ContractProposal Refused(string text) => new(files, schema, null, text);
        ContractProposal Accepted(string changelog, string text) => new(files, schema, changelog, text);
    }

    /// <summary>Whether the files are not yet what they are to be.</summary>
    public async Task<bool> IsToBeWrittenAsync(CancellationToken cancellation) =>
        await files.ReadAsync(cancellation) != new KeptContract(schema, changelog);

    /// <summary>Writes the files, if it was not refused.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (await IsToBeWrittenAsync(cancellation))
            await files.WriteAsync(schema, changelog ?? throw new InvalidOperationException("A refused contract is not written."), cancellation);
    }
}
