namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Who is responsible (主要责任者, 其他责任者: 8.1 of 2015, 7.2 of 2025): three are named, of more the first three and 等 or et al.
/// </summary>
internal static class Responsibility
{
    private const int Most = 3;

    /// <summary>Who made the work: its authors, or whoever stands for them. Empty where nobody is named.</summary>
    public static IReadOnlyList<ReferenceName> Of(Reference record, GbEdition edition)
    {
        if (edition == GbEdition.Of2025 && record.Composers.Count > 0) return record.Composers;
        if (record.Authors.Count > 0) return record.Authors;
        if (record.Composers.Count > 0) return record.Composers;
        if (record.Illustrators.Count > 0) return record.Illustrators;
        if (record.Directors.Count > 0) return record.Directors;
        if (edition == GbEdition.Of2025 && record.Hosts.Count > 0) return record.Hosts;
        if (record.ContainerTitle is not null) return [];
        if (record.Editors.Count > 0 || edition == GbEdition.Of2015) return record.Editors;
        return record.EditorialDirectors.Count > 0 ? record.EditorialDirectors
            : record.Compilers.Count > 0 ? record.Compilers
            : record.CollectionEditors;
    }

    public static void Write(in Entry e) => Write(e, Of(e.Record, e.Style.Edition));

    /// <summary>Before the title of a book that the work is a part of: who made the book.</summary>
    public static void WriteOfContainer(in Entry e)
    {
        var r = e.Record;
        Write(e, FirstOf(Of(r, e.Style.Edition), e.Style.Is2015
            ? [r.Editors, r.EditorialDirectors, r.CollectionEditors, r.ContainerAuthors]
            : [r.ContainerAuthors, r.Editors, r.EditorialDirectors, r.Compilers, r.CollectionEditors]));
    }

    /// <summary>The translators (译者), who are named so.</summary>
    public static void WriteTranslators(in Entry e)
    {
        if (e.Record.Translators.Count == 0) return;
        Write(e, e.Record.Translators);
        e.Text.Mark(e.Style.Comma);
        e.Text.Append(e.IsEnglish ? "trans." : "译");
    }

    /// <summary>Who stands at the entry's beginning already is not named again.</summary>
    private static IReadOnlyList<ReferenceName> FirstOf(IReadOnlyList<ReferenceName> named, ReadOnlySpan<IReadOnlyList<ReferenceName>> lists)
    {
        foreach (var list in lists)
            if (list.Count > 0 && !ReferenceEquals(list, named)) return list;
        return [];
    }

    private static void Write(in Entry e, IReadOnlyList<ReferenceName> names)
    {
        var list = e.Text.Between(e.Style.Comma);
        var named = Math.Min(names.Count, Most);
        for (var at = 0; at < named; at++)
        {
            list.Next();
            PersonalName.Write(e, names[at]);
        }
        if (names.Count <= Most) return;
        list.Next();
        e.Text.Append(e.IsEnglish ? "et al." : "等");
    }
}
