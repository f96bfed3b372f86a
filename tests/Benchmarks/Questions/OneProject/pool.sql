-- Projects of the first district of the bench, spread over it; drafts, and duties under revision, are seen by their authors only.
select jsonb_build_object('id', translate(rtrim(encode(convert_to(format('ResearchProject:%s:%s', p.district_id, p.research_project_id), 'UTF8'), 'base64'), '='), '+/', '-_')),
       jsonb_build_object('district', p.district_id, 'project', p.research_project_id::text),
       jsonb_build_object('district', p.district_id, 'project', p.research_project_id)
from homeroom.research_project p
where p.district_id = $1 and p.state not in ('draft', 'revision_requested')
order by md5(p.research_project_id::text)
limit 400
