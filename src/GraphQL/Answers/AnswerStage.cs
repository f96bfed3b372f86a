using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Answers;

/// <summary>When nothing changed: which questions were answered before, and whether those answers still hold. It knows nothing of HTTP and of
/// no table.</summary>
internal sealed class AnswerStage
{
    private readonly AnswerOptions _options;
    private readonly KeptAnswers _kept;
    private readonly AskedLately _asked = new();
    private readonly string _edition;

    /// <param name="versions">Without one no answer is known to hold.</param>
    public AnswerStage(PipelineOptions options, IVersionSource? versions)
    {
        (_options, Versions) = (options.Answers, versions);
        _kept = new KeptAnswers(options.Answers);
        _edition = EditionOf(options);
    }

    public IVersionSource? Versions { get; }

    /// <summary>The answers that are kept.</summary>
    public KeptAnswers Kept => _kept;

    /// <summary>The question of a request; null where its answer can't be had twice: it is not the data's alone, or nothing is kept and the request can't ask by a
    /// tag.</summary>
    public Question? QuestionOf(GraphQLRequest request, IViewer viewer) =>
        Versions is null || (_options.MaxBytes == 0 && !request.QueryOnly) ? null : Question.Of(request, viewer, _edition);

    public KnownQuestion? Find(Question question) => _kept.Find(question);

    /// <summary>Whether the answer of a question that is run now is worth keeping: it is, when it was asked before.</summary>
    public bool IsWorthKeeping(Question question) => _options.MaxBytes > 0 && _asked.Remember(question);

    /// <summary>The largest answer that is kept, in bytes.</summary>
    public long LargestKept => _options.LargestKept;

    public void Keep(KnownQuestion known) => _kept.Keep(known);

    /// <summary>What answers depend on beside request, viewer and data: the program, what registered ids stand for, and how long a page is when
    /// nobody says.</summary>
    private static string EditionOf(PipelineOptions options)
    {
        var text = new StringBuilder(options.Answers.Edition).Append('|').Append(options.Pages);
        foreach (var document in options.TrustedDocuments)
            text.Append('|').Append(document.OwnId).Append('=').Append(document.Hash);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
