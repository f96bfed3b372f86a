namespace HomeroomGraph.Benchmarks.Measures;

/// <summary>What one round gave for one question and one system.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">The median time of an answer in ms.</param>
/// <param name="P99">The time in ms that 99 of 100 answers stayed under.</param>
/// <param name="ServerMs">Processor time of the server's processes for an answer, in ms.</param>
/// <param name="DatabaseMs">Processor time of PostgreSQL's processes for an answer, in ms; NaN where it runs elsewhere.</param>
/// <param name="LoadMs">Processor time of the program that asks for an answer, in ms.</param>
internal sealed record Slot(
    string Question, string System, int Round, double PerSecond, double P50, double P99, double ServerMs, double DatabaseMs, double LoadMs);
