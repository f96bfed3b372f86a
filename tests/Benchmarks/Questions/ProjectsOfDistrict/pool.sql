-- Every state and level with at least one page of projects in the first district of the bench.
select jsonb_build_object('state', upper(p.state), 'level', upper(p.level)),
       jsonb_build_object('district', p.district_id, 'state', p.state, 'level', p.level),
       jsonb_build_object('district', p.district_id, 'state', p.state, 'level', p.level)
from homeroom.research_project p
where p.district_id = $1 and p.state <> 'draft'
group by p.district_id, p.state, p.level
having count(*) >= $3
order by md5(p.state || p.level)
