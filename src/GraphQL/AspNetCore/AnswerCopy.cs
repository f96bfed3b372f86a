using System.Buffers;
using HomeroomGraph.GraphQL.Answers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>A copy of an answer on its way, as long as it is not too large to be kept.</summary>
internal sealed class AnswerCopy(long largest)
{
    private readonly ArrayBufferWriter<byte> _plain = new(), _coded = new();
    private string? _coding;
    private bool _isTooLarge;

    public void AddPlain(ReadOnlySpan<byte> part) => Add(_plain, part);

    public void AddCoded(ReadOnlySpan<byte> part, string coding)
    {
        _coding = coding;
        Add(_coded, part);
    }

    /// <summary>The whole answer; null where it was too large.</summary>
    public KeptAnswer? Take(AnswerVersion version) => _isTooLarge
        ? null : new KeptAnswer(version, _plain.WrittenSpan.ToArray(), _coding, _coding is null ? null : _coded.WrittenSpan.ToArray());

    private void Add(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> part)
    {
        _isTooLarge |= _plain.WrittenCount + _coded.WrittenCount + part.Length > largest;
        if (_isTooLarge)
        {
            _plain.ResetWrittenCount();
            _coded.ResetWrittenCount();
        }
        else
        {
            to.Write(part);
        }
    }
}
