with t0 as (select t1."v0" as "k0", count(*) as "a0", count(*) filter (where t1."v1") as "a1", count(distinct t1."v2") as "a2"
from (select t2."state" as "v0", homeroom.project_is_overdue(t2."state", t2."due_on", $1) = $2 as "v1", t2."leader_id" as "v2"
from "homeroom"."research_project" t2
where (t2."district_id" = $3 and t2."state" <> $4)) t1 group by t1."v0") (select 0, (select count(*)
from t0 t3
where true), null::"text", null::"int8", null::"int8", null::"int8")
union all (select 1, null::"int8", t3."k0", t3."a0", t3."a1", t3."a2"
from (select t3."k0", t3."a0", t3."a1", t3."a2"
from t0 t3
where true
order by t3."a0" desc, t3."k0" desc
limit $5) t3
order by t3."a0" desc, t3."k0" desc)
