-- R4. What a reference of a paper is made of, as JSON: the row as a query of the contract shows it, with its authors and keywords. Code makes the reference.
create function homeroom.paper_record(of_district integer, of_paper bigint, form text) returns text language sql stable parallel safe
return (
    select json_build_object(
        'form', form, 'paperId', p.paper_id, 'title', p.title, 'publishedOn', p.published_on, 'publishedPrecision', upper(p.published_precision), 'cslType', p.csl_type,
        'language', p.language, 'venue', p.venue, 'issn', p.issn, 'cn', p.cn, 'volume', p.volume, 'issue', p.issue, 'pages', p.pages, 'doi', p.doi, 'abstract', p.abstract,
        'sourceId', p.source_id, 'extra', p.extra,
        'authors', json_build_object('nodes', (
            select coalesce(json_agg(json_build_object('name', a.name, 'externalId', a.external_id) order by a.position), '[]')
            from homeroom.paper_author a where a.district_id = p.district_id and a.paper_id = p.paper_id)),
        'keywords', json_build_object('nodes', (
            select coalesce(json_agg(json_build_object('keyword', k.keyword) order by k.position), '[]')
            from homeroom.paper_keyword k where k.district_id = p.district_id and k.paper_id = p.paper_id)))::text
    from homeroom.paper p where p.district_id = of_district and p.paper_id = of_paper);
grant execute on function homeroom.paper_record to homeroom_reader, homeroom_writer;
