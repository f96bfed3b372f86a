using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Benchmarks.References;

/// <summary>
/// References of journal articles, written in each form one after the other as an export does, without a database: how many a second, what processor time and
/// allocation each takes, median of the rounds.
/// </summary>
internal static class WrittenReferences
{
    private static readonly string[] Names = ["张伟", "王小明", "李静", "欧阳修文", "赵敏", "孙丽华"];

    public static string Measure(int count, int rounds)
    {
        var text = new StringBuilder($"{count:N0} references, median of {rounds} rounds:\n| form | a second | processor time of each | allocated for each | bytes of each |\n|---|--:|--:|--:|--:|\n");
        foreach (var form in Enum.GetValues<ReferenceForm>())
        {
            Round(form, Math.Min(count, 20_000));
            var measured = Enumerable.Range(0, rounds).Select(_ => Round(form, count)).OrderBy(round => round.Processor).ToList()[rounds / 2];
            text.Append(CultureInfo.InvariantCulture,
                $"| {form} | {count / measured.Time.TotalSeconds:N0} | {measured.Processor.TotalMicroseconds / count:0.00} µs | {measured.Allocated / count} B | {measured.Bytes / count} |\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"Most memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB").ToString();
    }

    private static (TimeSpan Time, TimeSpan Processor, long Allocated, long Bytes) Round(ReferenceForm form, int count)
    {
        GC.Collect();
        var (allocated, processor, clock) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var output = new Nowhere();
        using var writer = new ReferenceWriter(output, form);
        for (var n = 0; n < count; n++) writer.Add(PaperReference.Of(Paper(n)));
        writer.Complete();
        return (clock.Elapsed, Environment.CpuUsage.TotalTime - processor, GC.GetAllocatedBytesForCurrentThread() - allocated, output.Written);
    }

    private static PaperRecord Paper(int n) => new()
    {
        PaperId = n,
        Title = string.Create(CultureInfo.InvariantCulture, $"小学班主任在家校共育中的角色与策略研究之{n}"),
        PublishedOn = new(2000 + n % 26, 1 + n % 12, 1),
        Precision = DatePrecision.Month,
        Authors = [new(Names[n % 6]), new(Names[(n * 7 + 3) % 6])],
        Venue = "中国教育学刊",
        Issue = (n % 12 + 1).ToString(CultureInfo.InvariantCulture),
        Pages = string.Create(CultureInfo.InvariantCulture, $"{n % 90}-{n % 90 + 6}"),
        Doi = n % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"10.5555/x.{n}") : null,
        Keywords = ["班主任", "德育"],
    };

    private sealed class Nowhere : IBufferWriter<byte>
    {
        private byte[] buffer = new byte[1 << 16];

        public long Written { get; private set; }

        public void Advance(int count) => Written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => buffer = sizeHint > buffer.Length ? new byte[sizeHint] : buffer;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
