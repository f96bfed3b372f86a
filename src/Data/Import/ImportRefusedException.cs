namespace HomeroomGraph.Data.Import;

/// <summary>
/// The import can't even be reported row by row: the file is not what it should be, the district is unknown, or another import
/// is running. Nothing was changed. <see cref="Code"/> is stable, the message is there in both languages.
/// </summary>
public sealed class ImportRefusedException(string code, Bilingual text, Exception? inner = null) : Exception(text.English, inner)
{
    public string Code { get; } = code;
    public Bilingual Text { get; } = text;

    internal ImportRefusedException(string code, string chinese, string english, Exception? inner = null)
        : this(code, new Bilingual(chinese, english), inner)
    {
    }
}
