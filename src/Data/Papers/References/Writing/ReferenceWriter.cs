using System.Buffers;

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
    public ReferenceWriter(IBufferWriter<byte> output, ReferenceForm form) => list = form switch
    {
        ReferenceForm.Gb2015Numeric => new NumberedList(output, new(GbEdition.Of2015, GbSystem.Numeric)),
        ReferenceForm.Gb2025Numeric => new NumberedList(output, new(GbEdition.Of2025, GbSystem.Numeric)),
        ReferenceForm.Gb2015AuthorDate => new AuthorDateList(output, new(GbEdition.Of2015, GbSystem.AuthorDate)),
        ReferenceForm.Gb2025AuthorDate => new AuthorDateList(output, new(GbEdition.Of2025, GbSystem.AuthorDate)),
        ReferenceForm.CslJson => new CslJsonList(output),
        _ => new BibTexList(output),
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
