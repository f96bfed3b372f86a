using System.Buffers;
using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Writes a list of references in one form, as UTF-8, one after the other as they come: what is written of one is not kept, so a list may be of any
/// length. Only the author-date system needs the whole list for its order, and keeps the texts (some 400 bytes for each) until <see cref="Complete"/>.
/// </summary>
/// <remarks>For one thread. The caller passes on what the output has taken as often as it likes, and disposes of the writer.</remarks>
public sealed class ReferenceWriter : IDisposable
{
    private readonly IReferenceList list;

    /// <param name="output">Takes the bytes.</param>
    /// <param name="form">Which form.</param>
    public ReferenceWriter(IBufferWriter<byte> output, ReferenceForm form) => list = StyleOf(form) switch
    {
        { IsAuthorDate: true } style => new AuthorDateList(output, style),
        { } style => new NumberedList(output, style),
        null when form == ReferenceForm.CslJson => new CslJsonList(output),
        null => new BibTexList(output),
    };

    /// <summary>One reference by itself: without a number or a letter; of CSL-JSON a list of one item, as programs read it.</summary>
    public static string One(ReferenceForm form, Reference record)
    {
        if (StyleOf(form) is { } style) return new GbReference(style).Of(record);
        var output = new ArrayBufferWriter<byte>();
        using var writer = new ReferenceWriter(output, form);
        writer.Add(record);
        writer.Complete();
        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd();
    }

    /// <summary>The style of a form; null where it is a format for programs.</summary>
    private static GbStyle? StyleOf(ReferenceForm form) => form switch
    {
        ReferenceForm.Gb2015Numeric => new(GbEdition.Of2015, GbSystem.Numeric),
        ReferenceForm.Gb2025Numeric => new(GbEdition.Of2025, GbSystem.Numeric),
        ReferenceForm.Gb2015AuthorDate => new(GbEdition.Of2015, GbSystem.AuthorDate),
        ReferenceForm.Gb2025AuthorDate => new(GbEdition.Of2025, GbSystem.AuthorDate),
        _ => null,
    };

    /// <summary>The media type of a form.</summary>
    public static string MediaTypeOf(ReferenceForm form) => form switch
    {
        ReferenceForm.CslJson => "application/vnd.citationstyles.csl+json",
        ReferenceForm.BibTex => "application/x-bibtex; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>The ending of a file of a form, without a dot.</summary>
    public static string ExtensionOf(ReferenceForm form) => form switch { ReferenceForm.CslJson => "json", ReferenceForm.BibTex => "bib", _ => "txt" };

    /// <summary>The next one.</summary>
    public void Add(Reference record) => list.Add(record);

    /// <summary>That was all: writes what was kept, and the end.</summary>
    public void Complete() => list.Complete();

    public void Dispose() => (list as IDisposable)?.Dispose();
}

/// <summary>A list of references being written.</summary>
internal interface IReferenceList
{
    void Add(Reference record);

    void Complete();
}
