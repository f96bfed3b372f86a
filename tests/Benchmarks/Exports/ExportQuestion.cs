namespace HomeroomGraph.Benchmarks.Exports;

/// <summary>What is exported, and the query that COPY reads the same columns of all papers by, in the same order.</summary>
internal sealed record ExportQuestion(string Name, string Document, string Sql)
{
    public static readonly IReadOnlyList<ExportQuestion> All =
    [
        new("papers", "{ papers { nodes { id kind title language venue issn doi volume issue pages publishedOn firstAuthor cslType source } } }", """
            select paper_id, kind, title, language, venue, issn, doi, volume, issue, pages, published_on, first_author, csl_type, source
            from homeroom.paper order by published_on desc, district_id, paper_id
            """),
        new("papers with school, authors and keywords", """
            { papers { nodes { id kind title venue doi publishedOn school { code name }
              authors(first: 20) { nodes { name affiliation teacher { staffNumber } } } keywords(first: 20) { nodes { keyword } } } } }
            """, """
            select p.paper_id, p.kind, p.title, p.venue, p.doi, p.published_on, s.code, s.name, a.names, a.affiliations, a.numbers, k.keywords
            from homeroom.paper p left join homeroom.school s using (district_id, school_id)
            cross join lateral (
                select string_agg(a.name, '; ' order by a.position), string_agg(coalesce(a.affiliation, ''), '; ' order by a.position),
                       string_agg(coalesce(t.staff_number, ''), '; ' order by a.position)
                from homeroom.paper_author a left join homeroom.teacher t using (district_id, teacher_id)
                where a.district_id = p.district_id and a.paper_id = p.paper_id) a (names, affiliations, numbers)
            cross join lateral (
                select string_agg(k.keyword, '; ' order by k.position) from homeroom.paper_keyword k
                where k.district_id = p.district_id and k.paper_id = p.paper_id) k (keywords)
            order by p.published_on desc, p.district_id, p.paper_id
            """),
    ];
}
