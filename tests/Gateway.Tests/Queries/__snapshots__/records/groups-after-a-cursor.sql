with t0 as (select t1."v0" as "k0", count(*) as "a0"
from (select date_trunc('month', (t2."published_on")::timestamp)::date as "v0"
from "homeroom"."paper" t2
where t2."district_id" = $1) t1 group by t1."v0") (select 0, exists (select
from t0 t3
where (t3."k0") >= ($2)), null::"date", null::"int8")
union all (select 1, null::"bool", t3."k0", t3."a0"
from (select t3."k0", t3."a0"
from t0 t3
where (t3."k0") < ($2)
order by t3."k0" desc
limit 4) t3
order by t3."k0" desc)
