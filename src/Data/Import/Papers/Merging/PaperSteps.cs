using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.Papers.Merging;

/// <summary>How papers are stored (rule R1). Staged authors and keywords find their paper by what the database compares papers by.</summary>
internal static class PaperSteps
{
    private const string PaperOfRow =
        """
        join homeroom.paper p on p.district_id = $1 and p.title_key = s.title_key and p.first_author_key = s.first_author_key
        """;

    // The first author is written with the paper, so that the trigger that keeps it finds it right.
    private static readonly MergeStep Papers = new(RecordKind.Paper,
        new(Effect.Changed,
            """
            update homeroom.paper p
            set kind = s.kind, title = s.title, language = s.language, venue = s.venue, issn = s.issn, cn = s.cn, volume = s.volume,
                issue = s.issue, pages = s.pages, doi = s.doi, published_on = s.published_on, published_precision = s.published_precision,
                abstract = s.abstract, csl_type = s.csl_type, extra = s.extra::jsonb, source_id = coalesce(s.source_id, p.source_id),
                first_author = s.first_author, school_id = coalesce(s.school_id, p.school_id), version = p.version + 1
            from staged_paper s
            where p.district_id = $1 and p.paper_id = s.stored_id
              and (p.kind, p.title, p.language, p.venue, p.issn, p.cn, p.volume, p.issue, p.pages, p.doi, p.published_on,
                   p.published_precision, p.abstract, p.csl_type, p.extra, p.source_id, p.first_author, p.school_id)
                  is distinct from
                  (s.kind, s.title, s.language, s.venue, s.issn, s.cn, s.volume, s.issue, s.pages, s.doi, s.published_on,
                   s.published_precision, s.abstract, s.csl_type, s.extra::jsonb, coalesce(s.source_id, p.source_id), s.first_author,
                   coalesce(s.school_id, p.school_id))
            """),
        new(Effect.Created,
            """
            insert into homeroom.paper
                (district_id, school_id, kind, title, language, venue, issn, cn, volume, issue, pages, doi, published_on,
                 published_precision, abstract, csl_type, extra, source, source_id, first_author)
            select $1, school_id, kind, title, language, venue, issn, cn, volume, issue, pages, doi, published_on,
                   published_precision, abstract, csl_type, extra::jsonb, 'import', source_id, first_author
            from staged_paper where stored_id is null order by published_on, title_key
            """));

    // A teacher whom somebody has linked to a name stays linked as long as the name does.
    private static readonly MergeStep Authors = new(RecordKind.Author,
        new(Effect.Withdrawn,
            """
            delete from homeroom.paper_author a using staged_paper s
            where a.district_id = $1 and a.paper_id = s.stored_id
              and a.position > (select max(position) from staged_author x
                                where (x.title_key, x.first_author_key) = (s.title_key, s.first_author_key))
            """),
        new(Effect.Changed,
            $"""
            update homeroom.paper_author a
            set name = s.name, affiliation = coalesce(s.affiliation, a.affiliation), external_id = coalesce(s.external_id, a.external_id),
                teacher_id = coalesce(s.teacher_id, case a.name when s.name then a.teacher_id end)
            from staged_author s {PaperOfRow}
            where a.district_id = $1 and a.paper_id = p.paper_id and a.position = s.position
              and (a.name, a.affiliation, a.external_id, a.teacher_id) is distinct from
                  (s.name, coalesce(s.affiliation, a.affiliation), coalesce(s.external_id, a.external_id),
                   coalesce(s.teacher_id, case a.name when s.name then a.teacher_id end))
            """),
        new(Effect.Created,
            $"""
            insert into homeroom.paper_author (district_id, paper_id, position, name, teacher_id, affiliation, external_id)
            select $1, p.paper_id, s.position, s.name, s.teacher_id, s.affiliation, s.external_id
            from staged_author s {PaperOfRow}
            where not exists (select from homeroom.paper_author a
                              where a.district_id = $1 and a.paper_id = p.paper_id and a.position = s.position)
            order by p.paper_id, s.position
            """));

    // Keywords are few: those of a paper that differ at all are written anew.
    private static readonly MergeStep Keywords = new(RecordKind.Keyword,
        new(Effect.Withdrawn,
            """
            delete from homeroom.paper_keyword k using staged_paper s
            where k.district_id = $1 and k.paper_id = s.stored_id
              and not exists (select from staged_keyword x
                              where (x.title_key, x.first_author_key) = (s.title_key, s.first_author_key)
                                and x.position = k.position and x.keyword = k.keyword)
            """),
        new(Effect.Created,
            $"""
            insert into homeroom.paper_keyword (district_id, paper_id, position, keyword)
            select $1, p.paper_id, s.position, s.keyword
            from staged_keyword s {PaperOfRow}
            where not exists (select from homeroom.paper_keyword k
                              where k.district_id = $1 and k.paper_id = p.paper_id and k.position = s.position)
            order by p.paper_id, s.position
            """));

    public static readonly MergeStep[] All = [Papers, Authors, Keywords];
}
